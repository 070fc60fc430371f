package dev.lanes.experiment.kitchen;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Asks;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.GuessReason;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.Variant;
import dev.lanes.experiment.Pooled;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A hundred sandwiches that wait in the toaster, or that keep a cook's hands busy.
@Experiment(
        id = "sandwiches",
        section = Section.WHY_PARALLELISM,
        title = "One kitchen, many cooks",
        question = "Are four cooks four times as fast as one?",
        explanation = """
                A cook is a thread, a worktop is a core. A waiting sandwich sleeps, \
                which uses no core; a busy one is arithmetic that takes as long on one \
                core. With platform threads each thread is a cook. With virtual \
                threads each sandwich has its own, which leaves its carrier while it \
                waits, so all can wait at once.""",
        claim = @Claim(
                text = "Four cooks make a hundred sandwiches four times as fast as one.",
                guideFigure = "200 minutes with one cook, 50 with four, as calculated",
                guideSpeedup = 4,
                effect = Effect.HELPS,
                variant = "manyCooks",
                atLeast = 3.6,
                atMost = 4.4,
                asks = Asks.THE_CLAIM),
        reasons = {
            @GuessReason(cause = Cause.WAITING, text = "a cook who waits needs no core"),
            @GuessReason(cause = Cause.CORES, text = "each cook has a core"),
            @GuessReason(
                    cause = Cause.TOO_FEW_CORES,
                    text = "there are more cooks than cores"),
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "giving orders takes longer than cooking")
        },
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Sandwiches {
    private static final int SANDWICHES = 100;

    @Param("2")
    @Range(label = "Time for one sandwich", unit = "ms", min = 1, max = 20)
    public int millis;

    @Param("0")
    @Range(label = "Each sandwich is", min = 0, max = 1, choices = {"waiting", "busy"})
    public int kind;

    /// What is done to a sandwich, in the order of the choices.
    private enum Kind { WAITING, BUSY }

    private Kind what;
    private int[] made;
    private BusyWork work;

    @Setup
    public void open() {
        made = new int[SANDWICHES];
        what = Kind.values()[kind];
        if (what == Kind.BUSY) {
            work = BusyWork.lasting(TimeUnit.MILLISECONDS.toNanos(millis));
        }
    }

    @Benchmark
    @Variant(label = "One cook", baseline = true, note = "One sandwich after another.")
    public int[] oneCook() {
        Arrays.fill(made, 0);
        for (int sandwich = 0; sandwich < SANDWICHES; sandwich++) {
            make(sandwich);
        }
        return made;
    }

    @Benchmark
    @Variant(label = "Many cooks", note = "A free cook makes the next sandwich.")
    public int[] manyCooks(Pooled pool) {
        Arrays.fill(made, 0);
        pool.forEach(SANDWICHES, this::make);
        return made;
    }

    private void make(int sandwich) {
        switch (what) {
            case WAITING -> waitForTheToaster();
            case BUSY -> work.perform();
        }
        made[sandwich]++;
    }

    /// Takes time and no core.
    private void waitForTheToaster() {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The kitchen was closed", interruption);
        }
    }
}
