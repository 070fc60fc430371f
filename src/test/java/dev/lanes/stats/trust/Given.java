package dev.lanes.stats.trust;

import dev.lanes.event.Plan;
import dev.lanes.stats.CaseSamples;
import dev.lanes.stats.Fact;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Samples for the tests of this room.
public final class Given {
    private Given() {}

    /// One array of measured times per fork, each behind a warm-up that has settled.
    public static CaseSamples times(double[]... forks) {
        return forks(Map.of(), forks);
    }

    /// As [#times], with the same facts known of every iteration.
    public static CaseSamples forks(Map<Fact, Double> facts, double[]... forks) {
        CaseSamples samples = CaseSamples.alone(Plan.Execution.COMPILED);
        for (double[] fork : forks) {
            samples.add(fork(facts, fork));
        }
        return samples;
    }

    /// A fork with those times.
    public static ForkSamples fork(double... times) {
        return fork(Map.of(), times);
    }

    private static ForkSamples fork(Map<Fact, Double> facts, double... times) {
        return new ForkSamples(iterations(facts, settledWarmup(times), times));
    }

    /// A single call per fork, with the same facts known of each.
    public static CaseSamples calls(Plan.Execution execution, Map<Fact, Double> facts, double... times) {
        CaseSamples samples = CaseSamples.alone(execution);
        for (double time : times) {
            samples.add(new ForkSamples(iterations(facts, new double[0], new double[] {time})));
        }
        return samples;
    }

    public static List<Iteration> iterations(Map<Fact, Double> facts, double[] warmup, double[] measured) {
        List<Iteration> iterations = new ArrayList<>();
        Arrays.stream(warmup).forEach(time -> iterations.add(new Iteration(true, time, facts)));
        Arrays.stream(measured).forEach(time -> iterations.add(new Iteration(false, time, facts)));
        return iterations;
    }

    /// Eight times around the first measured one, up and down by less than a percent.
    private static double[] settledWarmup(double[] fork) {
        double[] warmup = new double[8];
        Arrays.setAll(warmup, at -> fork[0] * (at % 2 == 0 ? 1.001 : 0.999));
        return warmup;
    }
}
