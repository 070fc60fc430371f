package dev.lanes;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/// The order in which classes of tests begin: first those that mostly wait for processes, so that others run beside
/// them, and then all by name.
public final class WaitingFirst implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator
                .comparing((ClassDescriptor one) -> !one.isAnnotated(MostlyWaits.class))
                .thenComparing(one -> one.getTestClass().getName()));
    }
}
