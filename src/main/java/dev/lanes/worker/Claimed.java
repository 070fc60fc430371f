package dev.lanes.worker;

import dev.lanes.event.Plan;
import dev.lanes.lab.Check;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Experiment;
import dev.lanes.lab.Variant;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an experiment's annotations claim, and what they compare with.
///
/// @param baseline the baseline's method
/// @param yardstick the method that all are compared with as well, where there is one
/// @param labels of the variants, by method
/// @param ownThreads methods for which threads work that are in no pool of ours
record Claimed(
        Class<?> experiment,
        Claim claim,
        Check check,
        String baseline,
        Optional<String> yardstick,
        Map<String, String> labels,
        Set<String> ownThreads) {

    /// Reads the annotations of the class with that name.
    static Claimed by(String className) {
        Class<?> type = load(className);
        Experiment experiment = type.getAnnotation(Experiment.class);
        List<Method> variants = Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Variant.class))
                .toList();
        Map<String, String> labels = variants.stream().collect(Collectors.toMap(
                Method::getName, method -> method.getAnnotation(Variant.class).label()));
        return new Claimed(
                type, experiment.claim(), experiment.check(), first(variants, Variant::baseline).orElseThrow(),
                first(variants, Variant::yardstick), labels,
                named(variants, Variant::ownThreads).collect(Collectors.toSet()));
    }

    boolean isBaseline(Plan.Case one) {
        return one.method().equals(baseline);
    }

    boolean isYardstick(Plan.Case one) {
        return yardstick.filter(one.method()::equals).isPresent();
    }

    boolean isAbout(Plan.Case one) {
        return one.method().equals(claim.variant());
    }

    /// Whether more than the calling thread is meant to work for the case.
    boolean sharesItsWork(Plan.Case one) {
        return one.pool() != Plan.Pool.SEQUENTIAL || ownThreads.contains(one.method());
    }

    private static Optional<String> first(List<Method> variants, Predicate<Variant> wanted) {
        return named(variants, wanted).findFirst();
    }

    private static Stream<String> named(List<Method> variants, Predicate<Variant> wanted) {
        return variants.stream()
                .filter(method -> wanted.test(method.getAnnotation(Variant.class)))
                .map(Method::getName);
    }

    private static Class<?> load(String className) {
        try {
            return Class.forName(className, false, Claimed.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException("No experiment class " + className, missing);
        }
    }
}
