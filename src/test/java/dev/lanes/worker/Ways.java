package dev.lanes.worker;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Execution;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.Reported;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.Variant;
import dev.lanes.experiment.CallsBefore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One sum in every way that a JVM can run it.
@Experiment(
        id = "ways",
        section = Section.WHY_PARALLELISM,
        title = "Ways",
        question = "Does it matter how code is run?",
        explanation = "For the tests of the worker.",
        claim = @Claim(
                text = "A formula is faster.", guideFigure = "none", effect = Effect.HELPS, variant = "formula"),
        check = @Check(Agreement.EQUAL))
@State(Scope.Benchmark)
public class Ways {
    private static final int COUNT = 200_000;

    private double calls = Double.NaN;

    @Setup(Level.Iteration)
    public void callBefore(CallsBefore calls) {
        calls.make(Ways::sum);
    }

    /// Only the formula counts its calls.
    @Reported(label = "Calls", unit = "calls")
    public double calls() {
        return calls;
    }

    @Reported(label = "A heap", unit = "bytes")
    public double heap() {
        return Runtime.getRuntime().maxMemory();
    }

    @Benchmark
    @Variant(label = "Interpreted", baseline = true, execution = Execution.INTERPRETED)
    public long interpreted() {
        return sum();
    }

    @Benchmark
    @Variant(label = "Compiled", yardstick = true)
    public long compiled() {
        return sum();
    }

    @Benchmark
    @Variant(label = "Formula")
    public long formula() {
        calls = Double.isNaN(calls) ? 1 : calls + 1;
        return (long) COUNT * (COUNT - 1) / 2;
    }

    @Benchmark
    @Variant(label = "Asleep")
    public long asleep() throws InterruptedException {
        Thread.sleep(2);
        return formula();
    }

    @Benchmark
    @OperationsPerInvocation(4)
    @Variant(label = "Four at once")
    public long fourAtOnce() {
        return (sum() + sum() + sum() + sum()) / 4;
    }

    @Benchmark
    @Variant(label = "First call", execution = Execution.FROM_COLD)
    public long firstCall() {
        return sum();
    }

    @Benchmark
    @Variant(label = "After 500 calls", execution = Execution.FROM_COLD, callsBefore = 500)
    public long after500Calls() {
        return sum();
    }

    private static long sum() {
        long sum = 0;
        for (int number = 0; number < COUNT; number++) {
            sum += number;
        }
        return sum;
    }
}
