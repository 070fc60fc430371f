package dev.lanes.stats;

import dev.lanes.event.Plan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/// Whether the JVMs of a case ran in two modes, such as two ways to compile it or two places in memory: then no time
/// between the two is ever measured, and no average describes them.
///
/// JVMs that merely scatter have no modes, however far they scatter: of those an interval tells all there is. In modes
/// the JVMs fall into two groups, further apart than the JVMs of a group are from each other, and the samples of one
/// group hardly overlap with those of the other.
public final class Modes {
    /// The groups are at least this far apart, as a share.
    static final double APART = 0.10;
    /// And so many standard deviations of the JVMs within a group.
    private static final double DEVIATIONS = 4;
    /// So much of a group's samples may be on the other's side, in percent.
    private static final double OVERLAP = 10;

    /// Ascending by median.
    private final List<ForkSamples> forks;
    private final double[] logs;
    private final double assumed;

    private Modes(CaseSamples samples) {
        forks = samples.forks().stream().sorted(Comparator.comparingDouble(ForkSamples::median)).toList();
        logs = forks.stream().mapToDouble(fork -> Math.log(fork.median())).toArray();
        assumed = samples.scatter().assumed();
    }

    /// Not from cold: there a fork is a single call.
    public static boolean two(CaseSamples samples) {
        return samples.execution() != Plan.Execution.FROM_COLD && samples.forks().size() > 1
                && new Modes(samples).areTwo();
    }

    private boolean areTwo() {
        int slower = split();
        double apart = StatUtils.mean(logs, slower, logs.length - slower) - StatUtils.mean(logs, 0, slower);
        // Of few JVMs what is assumed of their scatter counts most.
        double variance = (ForkScatter.FREEDOM * assumed * assumed + squares(slower))
                / (ForkScatter.FREEDOM + logs.length - 2);
        return apart > Math.log1p(APART)
                && apart > DEVIATIONS * Math.sqrt(variance)
                && percentile(forks.subList(0, slower), 100 - OVERLAP)
                        < percentile(forks.subList(slower, forks.size()), OVERLAP);
    }

    /// Where the slower group begins: there the groups scatter least.
    private int split() {
        int best = 1;
        for (int at = 2; at < logs.length; at++) {
            best = squares(at) < squares(best) ? at : best;
        }
        return best;
    }

    /// The sum of squared distances within the two groups.
    private double squares(int slower) {
        return StatUtils.populationVariance(logs, 0, slower) * slower
                + StatUtils.populationVariance(logs, slower, logs.length - slower) * (logs.length - slower);
    }

    private static double percentile(List<ForkSamples> group, double percent) {
        double[] times = group.stream().flatMapToDouble(fork -> Arrays.stream(fork.nsPerOp())).toArray();
        return StatUtils.percentile(times, percent);
    }
}
