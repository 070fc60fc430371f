package dev.lanes.stats.trust;

import static dev.lanes.stats.trust.Evidence.doubtful;
import static dev.lanes.stats.trust.Evidence.good;
import static dev.lanes.stats.trust.Evidence.noisy;
import static dev.lanes.stats.trust.Evidence.percent;

import dev.lanes.stats.Fact;
import dev.lanes.stats.trust.Evidence.Finding;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What else went on while it was measured.
final class DisturbanceRules {
    private static final double STEAL = 0.02;
    private static final double MUCH_STEAL = 0.20;
    private static final double OTHERS = 0.10;
    private static final double SLOW_PROBE = 1.10;
    /// Short breaks are in every machine's day; more often than this something else is at work.
    private static final double OFTEN = 0.50;
    private static final double WAITING = 0.90;
    private static final double MOSTLY_WAITING = 0.60;
    private static final double HELPED = 2;

    private DisturbanceRules() {}

    static Optional<Finding> steal(Evidence evidence) {
        double share = evidence.mean(Fact.STEAL_SHARE);
        if (!(share > STEAL)) {
            return Optional.empty();
        }
        String text = "The host gave %s of the processors' time to other machines.".formatted(percent(share));
        String nextStep = "Run again at a quieter time, or on a machine that is not shared.";
        return share > MUCH_STEAL ? doubtful("steal", text, nextStep) : noisy("steal", text, nextStep);
    }

    static Optional<Finding> otherPrograms(Evidence evidence) {
        double share = evidence.mean(Fact.OTHERS_SHARE);
        return share > OTHERS
                ? noisy("other-programs", "Other programs used %s of the processors while it was measured."
                        .formatted(percent(share)),
                        "Close them, or wait until they are done, and run again.")
                : Optional.empty();
    }

    /// Only arithmetic in registers feels a neighbour on the same core's other hyperthread, which no counter shows.
    static Optional<Finding> busyNeighbour(Evidence evidence) {
        double best = evidence.samples().bestProbe();
        double[] probes = evidence.samples().facts(Fact.PROBE_NS);
        long slow = Arrays.stream(probes).filter(time -> time > SLOW_PROBE * best).count();
        return probes.length > 0 && slow >= OFTEN * probes.length
                ? noisy("busy-neighbour",
                        "Around %s of %s samples the processor was more than 10 %% slower than at its best."
                        .formatted(slow, probes.length),
                        "A neighbour may share the core, or its clock may vary: run again at a quieter time.")
                : Optional.empty();
    }

    /// A case on one thread that was not on a processor all the time.
    static Optional<Finding> waiting(Evidence evidence) {
        double share = cpuOverWall(evidence);
        if (evidence.place().pooled() || waitsByDesign(evidence) || !(share < WAITING)) {
            return Optional.empty();
        }
        String text = "It was on a processor for only %s of its time, though it waits for nothing."
                .formatted(percent(share));
        String nextStep = "Something else used its processor: close other programs and run again.";
        return share < MOSTLY_WAITING
                ? doubtful("cpu-below-wall", text, nextStep)
                : noisy("cpu-below-wall", text, nextStep);
    }

    /// A case on one thread for which other threads worked, too, though it did not wait for them.
    static Optional<Finding> helpers(Evidence evidence) {
        double times = cpuOverWall(evidence);
        return !evidence.place().pooled() && !waitsByDesign(evidence) && times > HELPED
                ? noisy("cpu-above-wall", String.format(Locale.ROOT,
                        "It used %.1f times as much processor time as wall time: other threads worked, too.", times),
                        "Look at the compiler and the collector before comparing it with code on one thread.")
                : Optional.empty();
    }

    static Optional<Finding> collections(Evidence evidence) {
        double[] counts = evidence.samples().facts(Fact.COLLECTIONS);
        long hit = Arrays.stream(counts).filter(count -> count > 0).count();
        return hit == 0
                ? Optional.empty()
                : good("collection", "The garbage collector ran during %s of %s samples; their times contain it."
                        .formatted(hit, counts.length),
                        "Take the time as that of the work and its garbage, or let the code allocate less.");
    }

    /// Whether it gives up its processor in every operation: it sleeps, or has others work for it.
    private static boolean waitsByDesign(Evidence evidence) {
        return evidence.median(Fact.WAITS_PER_OP) >= 1;
    }

    private static double cpuOverWall(Evidence evidence) {
        return evidence.samples().processorsBusy();
    }
}
