package dev.lanes.worker;

import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Variant;
import dev.lanes.event.Plan;
import dev.lanes.worker.fork.VectorUse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What an experiment's annotations claim, and what they compare with.
///
/// @param baseline the baseline's method
/// @param yardstick the method that all are compared with as well, where there is one
/// @param variants by method
record Claimed(
        Class<?> experiment,
        Claim claim,
        Check check,
        String baseline,
        Optional<String> yardstick,
        Map<String, Variant> variants) {

    /// Reads the annotations of the class with that name.
    static Claimed by(String className) {
        Class<?> type = load(className);
        Experiment experiment = type.getAnnotation(Experiment.class);
        List<Method> variants = Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Variant.class))
                .toList();
        return new Claimed(
                type, experiment.claim(), experiment.check(), first(variants, Variant::baseline).orElseThrow(),
                first(variants, Variant::yardstick),
                variants.stream().collect(Collectors.toMap(
                        Method::getName, method -> method.getAnnotation(Variant.class))));
    }

    boolean isBaseline(Plan.Case one) {
        return !one.edited() && one.method().equals(baseline);
    }

    boolean isYardstick(Plan.Case one) {
        return !one.edited() && yardstick.filter(one.method()::equals).isPresent();
    }

    boolean isAbout(Plan.Case one) {
        return !one.edited() && one.method().equals(claim.variant());
    }

    /// Whether more than the calling thread is meant to work for the case.
    boolean sharesItsWork(Plan.Case one) {
        return one.pool() != Plan.Pool.SEQUENTIAL || variants.get(one.method()).ownThreads();
    }

    /// What the page says of a parameter.
    Range range(String param) {
        try {
            return experiment.getField(param).getAnnotation(Range.class);
        } catch (NoSuchFieldException missing) {
            throw new IllegalArgumentException("No parameter " + param, missing);
        }
    }

    /// The variant's name on the page.
    String label(String method) {
        return variants.get(method).label();
    }

    /// Floats in a register that the case's code uses by the Vector API; 0 if it does not.
    ///
    /// @param widest those of the widest register, which is what a variant uses that asks for no width of its own
    int lanes(Plan.Case one, int widest) {
        int bits = variants.get(one.method()).vectorBits();
        return !VectorUse.reaches(experiment, one.method()) ? 0 : bits == 0 ? widest : bits / Float.SIZE;
    }

    private static Optional<String> first(List<Method> variants, Predicate<Variant> wanted) {
        return variants.stream()
                .filter(method -> wanted.test(method.getAnnotation(Variant.class)))
                .map(Method::getName)
                .findFirst();
    }

    private static Class<?> load(String className) {
        try {
            return Class.forName(className, false, Claimed.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException("No experiment class " + className, missing);
        }
    }
}
