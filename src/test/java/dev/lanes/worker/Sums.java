package dev.lanes.worker;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.Variant;
import dev.lanes.experiment.Pooled;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Sums that come out right, come out wrong, or do not come out at all.
@Experiment(
        id = "sums",
        section = Section.WHY_PARALLELISM,
        title = "Sums",
        question = "Does a sum come out?",
        explanation = "For the tests of the worker.",
        claim = @Claim(
                text = "Half of the work takes half of the time.",
                guideFigure = "2x",
                guideSpeedup = 2,
                effect = Effect.HELPS,
                variant = "formula"),
        check = @Check(Agreement.EQUAL),
        workers = {1, 2})
@State(Scope.Benchmark)
public class Sums {
    @Param("1000")
    @Range(label = "Numbers", min = 1, max = 100_000)
    public int count;

    private long[] numbers;

    @Setup
    public void fill() {
        numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
    }

    @Benchmark
    @Variant(label = "Loop", baseline = true)
    public long loop() {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }

    @Benchmark
    @Variant(label = "Formula")
    public long formula() {
        return (long) count * (count - 1) / 2;
    }

    @Benchmark
    @Variant(label = "Wrong")
    public long wrong() {
        return loop() + 1;
    }

    @Benchmark
    @Variant(label = "Shared out")
    public long sharedOut(Pooled pool) {
        LongAdder sum = new LongAdder();
        pool.forEachChunk(count, (from, to) -> {
            for (int i = from; i < to; i++) {
                sum.add(numbers[i]);
            }
        });
        return sum.sum();
    }

    @Benchmark
    @Variant(label = "One lock")
    public long oneLock(Pooled pool) {
        long[] sum = new long[1];
        pool.forEach(8, part -> {
            synchronized (sum) {
                for (int turn = 0; turn < 100; turn++) {
                    sum[0] += loop();
                }
                standStill();
            }
        });
        return sum[0] / 800;
    }

    /// Long enough for any other worker to come to the lock, even where all share one processor.
    private static void standStill() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Benchmark
    @Variant(label = "Throwing")
    public long throwing() {
        throw new IllegalStateException("the numbers are gone");
    }

    @Benchmark
    @Variant(label = "Halting")
    public long halting() {
        Runtime.getRuntime().halt(7);
        return 0;
    }

    @Benchmark
    @Variant(label = "Greedy")
    public long greedy() {
        List<long[]> kept = new ArrayList<>();
        while (true) {
            kept.add(new long[10_000_000]);
        }
    }
}
