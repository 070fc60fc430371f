package dev.lanes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/// A class whose tests run beside those of other classes, but one after the other. They depend on nothing that the
/// whole JVM shares; one that starts processes as a run does holds [#PROCESSES_OF_RUNS], as those do which look for them.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(providers = BesideOthers.OneAfterTheOther.class)
public @interface BesideOthers {
    /// The lock of classes that start, or look for, processes of runs in this JVM.
    String PROCESSES_OF_RUNS = "processes of runs";

    /// The lock of a class whose figures count, and, to read, of those that would disturb them.
    String QUIET = "quiet";

    /// With a lock of its own a class has its tests run by one thread.
    final class OneAfterTheOther implements ResourceLocksProvider {
        @Override
        public Set<Lock> provideForClass(Class<?> testClass) {
            return Set.of(new Lock(testClass.getName()));
        }
    }
}
