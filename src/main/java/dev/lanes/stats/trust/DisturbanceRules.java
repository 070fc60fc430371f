package dev.lanes.stats.trust;

import static dev.lanes.event.Trust.Level.DOUBTFUL;
import static dev.lanes.event.Trust.Level.GOOD;
import static dev.lanes.event.Trust.Level.NOISY;
import static dev.lanes.stats.trust.Evidence.percent;
import static dev.lanes.stats.trust.Evidence.when;

import dev.lanes.stats.Estimator;
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
    private static final double UNFELT = 1.05;
    private static final double HARDLY_BUSY = 0.05;
    private static final double WAITING = 0.90;
    private static final double MOSTLY_WAITING = 0.60;
    private static final double HELPED = 2;

    private DisturbanceRules() {}

    static Optional<Finding> steal(Evidence evidence) {
        double share = evidence.shareOfTicks(Fact.STOLEN_TICKS);
        return when(share > STEAL, share > MUCH_STEAL ? DOUBTFUL : NOISY, "steal",
                "The host gave %s of the processors' time to other machines.".formatted(percent(share)),
                "Run again at a quieter time, or on a machine that is not shared.");
    }

    static Optional<Finding> otherPrograms(Evidence evidence) {
        double share = evidence.shareOfTicks(Fact.OTHERS_TICKS);
        return when(share > OTHERS, NOISY, "other-programs",
                "Other programs used %s of the processors while it was measured.".formatted(percent(share)),
                "Close them, or wait until they are done, and run again.");
    }

    /// Only arithmetic in registers feels a neighbour on the same core's other hyperthread, which no counter shows. A note
    /// where the case cannot have felt it.
    static Optional<Finding> busyNeighbour(Evidence evidence) {
        double slow = SLOW_PROBE * evidence.samples().bestProbe();
        double[] beside = evidence.samples().timesWhere(Fact.PROBE_NS, time -> time > slow);
        double[] alone = evidence.samples().timesWhere(Fact.PROBE_NS, time -> time <= slow);
        int probes = beside.length + alone.length;
        boolean often = probes > 0 && beside.length >= OFTEN * probes;
        String unfelt = unfelt(evidence, beside, alone);
        return when(often, unfelt.isEmpty() ? NOISY : GOOD, "busy-neighbour",
                "Around %s of %s samples the processor was more than 10 %% slower than at its best%s."
                        .formatted(beside.length, probes, unfelt),
                unfelt.isEmpty()
                        ? "A neighbour may share the core, or its clock may vary: run again at a quieter time."
                        : "Trust the figure: what slowed the processor down did not slow this case down.");
    }

    /// What shows that a slower processor did not matter, as the end of a sentence: the case was hardly ever on one, so
    /// that half the speed would not show, or the samples beside a neighbour were as short as the others. Else empty.
    private static String unfelt(Evidence evidence, double[] beside, double[] alone) {
        if (evidence.samples().processorsBusy() < HARDLY_BUSY) {
            return "; this case used one for less than 5 % of its time";
        }
        return Estimator.atMostLongerThan(alone, beside) < UNFELT ? "; they took less than 5 % longer than the others" : "";
    }

    /// A case on one thread that was not on a processor all the time.
    static Optional<Finding> waiting(Evidence evidence) {
        double share = evidence.samples().processorsBusy();
        return when(worksAlone(evidence) && share < WAITING, share < MOSTLY_WAITING ? DOUBTFUL : NOISY,
                "cpu-below-wall",
                "It was on a processor for only %s of its time, though it waits for nothing.".formatted(percent(share)),
                "Something else used its processor: close other programs and run again.");
    }

    /// A case on one thread for which other threads worked, too, though it did not wait for them.
    static Optional<Finding> helpers(Evidence evidence) {
        double times = evidence.samples().processorsBusy();
        return when(worksAlone(evidence) && times > HELPED, NOISY, "cpu-above-wall",
                String.format(Locale.ROOT,
                        "It used %.1f times as much processor time as wall time: other threads worked, too.", times),
                "Look at the compiler and the collector before comparing it with code on one thread.");
    }

    static Optional<Finding> collections(Evidence evidence) {
        double[] counts = evidence.samples().facts(Fact.COLLECTIONS);
        long hit = Arrays.stream(counts).filter(count -> count > 0).count();
        return when(hit > 0, GOOD, "collection",
                "The garbage collector ran during %s of %s samples; their times contain it."
                        .formatted(hit, counts.length),
                "Take the time as that of the work and its garbage, or let the code allocate less.");
    }

    /// Unless it runs on a pool, or gives up its processor in every operation: it sleeps, or has others work for it.
    private static boolean worksAlone(Evidence evidence) {
        return !evidence.place().pooled() && !(evidence.median(Fact.WAITS_PER_OP) >= 1);
    }
}
