package dev.lanes.worker.timeline;

import dev.lanes.pool.WorkerPool;
import dev.lanes.worker.check.BenchmarkInstance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import jdk.jfr.FlightRecorder;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/// Watches the workers of a pooled variant for a few operations that are not timed, in the fork itself and after its
/// last iteration, when the code under watch is the compiled code that was timed.
///
/// The benchmark object and its pool are made for this pass, so nothing that was timed knows of the watch. It is a JMH
/// profiler, so JMH's own command line can use it: `-prof dev.lanes.worker.timeline.TimelinePass:file.jfr`.
public final class TimelinePass implements InternalProfiler {
    private static final int OPERATIONS = 9;
    private static final long ENOUGH_NANOS = 100_000_000;

    private final Path file;
    private int measured;

    /// @param path of the file to leave the flight recording in
    public TimelinePass(String path) {
        file = Path.of(path);
    }

    @Override
    public String getDescription() {
        return "Watches the workers of a pooled variant during one operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

    @Override
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        boolean last = iteration.getType() == IterationType.MEASUREMENT
                && ++measured == benchmark.getMeasurement().getCount();
        if (last && FlightRecorder.isAvailable()) {
            try {
                watch(benchmark);
            } catch (ReflectiveOperationException | IOException failure) {
                throw new IllegalStateException("The operation could not be watched", failure);
            }
        }
        return List.of();
    }

    private void watch(BenchmarkParams params) throws ReflectiveOperationException, IOException {
        String name = params.getBenchmark();
        int dot = name.lastIndexOf('.');
        Class<?> type = Class.forName(name.substring(0, dot));
        try (FlightWatch watch = new FlightWatch()) {
            WorkerPool.watch(watch);
            try (BenchmarkInstance variant =
                    new BenchmarkInstance(type, name.substring(dot + 1), params::getParam)) {
                long begin = System.nanoTime();
                for (int one = 0; one < OPERATIONS && System.nanoTime() - begin < ENOUGH_NANOS; one++) {
                    watch.operation(variant);
                }
            } finally {
                WorkerPool.watch(null);
            }
            watch.leave(file);
        }
    }
}
