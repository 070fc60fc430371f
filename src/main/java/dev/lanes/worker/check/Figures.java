package dev.lanes.worker.check;

import dev.lanes.annotation.Reported;
import dev.lanes.event.Figure;
import dev.lanes.stats.Estimator;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// What an experiment tells of itself besides its time: the values of its [Reported] methods. They travel from the
/// fork as JMH's secondary results, under names that begin with "figure." and go on with the method's.
public final class Figures {
    private static final String PREFIX = "figure.";

    /// A pool's first calls make its threads and fill its caches. The later half of so many tells of a steady state.
    private static final int CALLS = 50;
    private static final long ENOUGH_NANOS = 500_000_000;

    private Figures() {}

    /// What the experiment tells once it is in its stride: of each figure the median over the later calls, the checked
    /// one being the first. A variant that tells nothing is not called again.
    static Map<String, Double> steady(BenchmarkInstance instance) throws ReflectiveOperationException {
        List<Map<String, Double>> told = new ArrayList<>(List.of(instance.figures()));
        long enough = System.nanoTime() + ENOUGH_NANOS;
        while (!told.getFirst().isEmpty() && told.size() < CALLS && System.nanoTime() < enough) {
            instance.call();
            told.add(instance.figures());
        }
        return told.subList(told.size() / 2, told.size()).stream()
                .flatMap(figures -> figures.entrySet().stream())
                .collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.collectingAndThen(
                                Collectors.toList(), values -> Estimator.median(
                                        values.stream().mapToDouble(Double::doubleValue).toArray())))));
    }

    /// As secondary results of an iteration.
    static List<Result<?>> results(Map<String, Double> figures) {
        return figures.entrySet().stream()
                .<Result<?>>map(figure -> new ScalarResult(
                        PREFIX + figure.getKey(), figure.getValue(), "1", AggregationPolicy.AVG))
                .toList();
    }

    /// From an iteration's secondary results, by the methods' names.
    @SuppressWarnings("rawtypes") // JMH's interface is raw.
    public static Map<String, Double> from(Map<String, Result> results) {
        return results.entrySet().stream()
                .filter(result -> result.getKey().startsWith(PREFIX))
                .collect(Collectors.toMap(
                        result -> result.getKey().substring(PREFIX.length()),
                        result -> result.getValue().getScore()));
    }

    /// With their labels and units, in the order of the labels.
    public static List<Figure> labelled(Class<?> experiment, Map<String, Double> figures) {
        return methods(experiment).stream()
                .filter(method -> figures.containsKey(method.getName()))
                .map(method -> new Figure(
                        label(method), figures.get(method.getName()), method.getAnnotation(Reported.class).unit()))
                .toList();
    }

    /// The experiment's reported methods.
    public static List<Method> methods(Class<?> experiment) {
        return Arrays.stream(experiment.getMethods())
                .filter(method -> method.isAnnotationPresent(Reported.class))
                .sorted((one, other) -> label(one).compareTo(label(other)))
                .toList();
    }

    private static String label(Method method) {
        return method.getAnnotation(Reported.class).label();
    }
}
