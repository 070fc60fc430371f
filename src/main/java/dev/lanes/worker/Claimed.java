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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What an experiment's annotations claim, and what they compare with.
///
/// @param baseline the baseline's method
/// @param yardstick the method that all are compared with as well, where there is one
/// @param labels of the variants, by method
record Claimed(
        Class<?> experiment,
        Claim claim,
        Check check,
        String baseline,
        Optional<String> yardstick,
        Map<String, String> labels) {

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
                first(variants, Variant::yardstick), labels);
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
