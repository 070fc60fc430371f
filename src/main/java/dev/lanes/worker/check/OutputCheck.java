package dev.lanes.worker.check;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.Variant;
import dev.lanes.worker.counters.IterationFacts;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/// Compares the measured variant's output with the baseline's, in the fork itself and after its last iteration, when
/// the code under test is the compiled code that was timed.
///
/// Each side gets an object of its own, so that neither can pass by leaving the other's output in a shared buffer.
/// An edit's output is compared with that of the baseline before it, whatever the edit has changed.
///
/// What the experiment tells of itself besides ([Figures]) is read in further calls. It is a JMH profiler, so JMH's own
/// command line can use it: `-prof dev.lanes.worker.check.OutputCheck`.
public final class OutputCheck implements InternalProfiler {
    /// A race may be lucky, now and then several times in a row; the worst call counts.
    private static final int CALLS = 20;

    /// While nothing at all is lost, calls go on for this long. Where the workers have to share one core for lack of
    /// a second one, they meet only as often as the scheduler takes it from one of them, every few milliseconds.
    private static final long DOUBT_NANOS = 1_000_000_000;

    private int measured;

    @Override
    public String getDescription() {
        return "Compares the output of a variant with the baseline's";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

    @Override
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        if (iteration.getType() != IterationType.MEASUREMENT || ++measured < benchmark.getMeasurement().getCount()) {
            return List.of();
        }
        try {
            return compare(benchmark);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("The output could not be checked", failure);
        }
    }

    private static List<Result<?>> compare(BenchmarkParams params) throws ReflectiveOperationException {
        String name = params.getBenchmark();
        int dot = name.lastIndexOf('.');
        Class<?> type = Class.forName(name.substring(0, dot));
        boolean mayRace = type.getAnnotation(Experiment.class).check().value() == Agreement.COUNT
                && IterationFacts.isPooled(params);
        try (BenchmarkInstance baseline = new BenchmarkInstance(
                        OriginalClasses.of(type), baseline(type), params::getParam);
                BenchmarkInstance variant = new BenchmarkInstance(type, name.substring(dot + 1), params::getParam)) {
            Object expected = baseline.call();
            Comparison worst = Outputs.compare(expected, variant.call());
            long doubtEnds = System.nanoTime() + DOUBT_NANOS;
            for (int call = 1; mayRace && isInDoubt(worst, call, doubtEnds); call++) {
                worst = worst.worse(Outputs.compare(expected, variant.call()));
            }
            return Stream.of(worst.results(), Figures.results(Figures.steady(variant))).flatMap(List::stream).toList();
        }
    }

    private static boolean isInDoubt(Comparison worst, int calls, long doubtEnds) {
        return calls < CALLS || worst.isLossless() && System.nanoTime() < doubtEnds;
    }

    private static String baseline(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Variant.class))
                .filter(method -> method.getAnnotation(Variant.class).baseline())
                .map(Method::getName)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type.getName() + " has no baseline"));
    }
}
