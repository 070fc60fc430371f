package dev.lanes.run;

import dev.lanes.annotation.Effect;
import dev.lanes.event.Events;
import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.event.RunEvent.Phase;
import dev.lanes.event.Score;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.stats.CaseSamples;
import dev.lanes.stats.Estimator;
import dev.lanes.stats.Fact;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import dev.lanes.stats.trust.Place;
import dev.lanes.stats.trust.Place.OfClaim;
import dev.lanes.stats.trust.TrustRules;
import dev.lanes.stats.verdict.Expectation;
import dev.lanes.stats.verdict.VerdictRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Made-up times on a disturbed machine, judged by the rules that judge real ones.
///
/// @param steal the share of the processors that the host gave to others
/// @param scatter how far the times of one fork are apart, as a share
/// @param gain how many times faster than the first case all others are
record DisturbedRun(Plan plan, double steal, double scatter, double gain) {
    private static final int FORKS = 2;
    private static final int ITERATIONS = 6;
    private static final double BASELINE_NANOS = 1e6;
    private static final double TICKS = 100;

    void report(Consumer<RunEvent> events) {
        CaseSamples baseline = CaseSamples.alone(Plan.Execution.COMPILED);
        Speedup speedup = null;
        Trust trust = null;
        for (Plan.Case one : plan.cases()) {
            boolean first = one == plan.cases().getFirst();
            CaseSamples samples = samples(one.key(), first ? BASELINE_NANOS : BASELINE_NANOS / gain, events);
            baseline = first ? samples : baseline;
            Score score = Estimator.score(samples);
            speedup = first ? null : Estimator.speedup(baseline, samples);
            trust = TrustRules.judge(new Place(one.workers() > 1, one.workers(), 4, false, OfClaim.NO), samples, score);
            events.accept(Events.scored(one.key(), score, speedup, trust));
        }
        events.accept(Events.finished(VerdictRules.onSpeed(
                new Expectation(Effect.HELPS, Double.NaN, Double.NaN, Double.NaN, null),
                new VerdictRules.Finding(
                        "One per worker", VerdictRules.Finding.THE_BASELINE, speedup, trust.level(), true, null, 0, "", "",
                        "a quieter machine"))));
    }

    private CaseSamples samples(String key, double nanos, Consumer<RunEvent> events) {
        CaseSamples samples = CaseSamples.alone(Plan.Execution.COMPILED);
        for (int fork = 1; fork <= FORKS; fork++) {
            events.accept(new RunEvent.CaseStarted(key, fork));
            List<Iteration> iterations = new ArrayList<>();
            for (int at = 1; at <= 2 * ITERATIONS; at++) {
                boolean warmup = at <= ITERATIONS;
                double time = nanos * (1 + scatter * (at * 5 % 7) / 6);
                iterations.add(new Iteration(warmup, time, Map.of(Fact.TICKS, TICKS, Fact.STOLEN_TICKS, steal * TICKS)));
                events.accept(Events.sample(
                        key, warmup ? Phase.WARMUP : Phase.MEASURE, fork, at, time));
            }
            samples.add(new ForkSamples(iterations));
        }
        return samples;
    }
}
