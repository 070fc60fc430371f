package dev.lanes.experiment.kitchen;

import dev.lanes.experiment.Pooled;
import dev.lanes.lab.Agreement;
import dev.lanes.lab.Asks;
import dev.lanes.lab.Check;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Effect;
import dev.lanes.lab.Experiment;
import dev.lanes.lab.Range;
import dev.lanes.lab.Section;
import dev.lanes.lab.Variant;
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
                A cook is a thread, a worktop is a core, and a sandwich takes \
                milliseconds here instead of minutes. Choose what a sandwich is. One \
                that waits is in the toaster: its cook sleeps and uses no core, so \
                four cooks are four times as fast even on a single core. That is how \
                programs wait for disks, databases and other machines. One that is \
                busy is cut, spread and stacked: a fixed amount of arithmetic, \
                measured beforehand to take that long on one core. Four cooks are four \
                times as fast at it only if there are four cores; on two, they are \
                twice as fast, and the rest of the time they queue for a worktop.

                Each sandwich is a task. W platform threads are W cooks, and a cook \
                who waits does nothing else. Virtual threads are different: each \
                sandwich has its own, W is the number of carriers under them, and one \
                that waits gets off its carrier so that another can start. All the \
                waiting sandwiches are in the toaster at once, and a hundred take \
                little longer than one: far more than W cooks can do, whatever W is. \
                With busy sandwiches there is no such gain, for nobody ever gets off.

                The guide reckons with cooks and minutes and measures nothing here. \
                Its own Python threads would do well at waiting, and at busy \
                sandwiches stand in line for the interpreter lock.""",
        claim = @Claim(
                text = "Four cooks make a hundred sandwiches four times as fast as one.",
                guideFigure = "200 minutes with one cook, 50 with four: 4 times",
                guideSpeedup = 4,
                effect = Effect.HELPS,
                variant = "manyCooks",
                atLeast = 3.6,
                atMost = 4.4,
                asks = Asks.THE_CLAIM),
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Sandwiches {
    private static final int SANDWICHES = 100;
    private static final int WAITING = 0;

    @Param("2")
    @Range(label = "Time for one sandwich", unit = "ms", min = 1, max = 20)
    public int millis;

    @Param("0")
    @Range(label = "Each sandwich is", min = 0, max = 1, choices = {"waiting", "busy"})
    public int kind;

    private int[] made;
    private BusyWork work;

    @Setup
    public void open() {
        made = new int[SANDWICHES];
        if (kind != WAITING) {
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
    @Variant(label = "Many cooks", note = "Whoever is free makes the next sandwich.")
    public int[] manyCooks(Pooled pool) {
        Arrays.fill(made, 0);
        pool.forEach(SANDWICHES, this::make);
        return made;
    }

    private void make(int sandwich) {
        if (kind == WAITING) {
            waitForTheToaster();
        } else {
            work.perform();
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
