package dev.lanes.stats;

import dev.lanes.event.Plan;

/// What an operation allocates, told apart from what the harness allocates around it.
public final class Allocation {
    /// The smallest object.
    static final double AN_OBJECT = 16;
    /// What JMH may allocate around an iteration: about a tenth of this is usual.
    private static final double JMH_BYTES = 1 << 16;

    private Allocation() {}

    /// Bytes that all threads allocate for an operation, the median over the iterations that count. It is 0 where all
    /// of it may be JMH's own, and NaN where it is not known: a call from cold allocates what classes need to load.
    public static double perOperation(CaseSamples samples) {
        double[] bytes = samples.facts(Fact.BYTES_PER_OP);
        double[] operations = samples.facts(Fact.OPERATIONS);
        if (bytes.length == 0 || operations.length == 0 || samples.execution() == Plan.Execution.FROM_COLD) {
            return Double.NaN;
        }
        double median = Estimator.median(bytes);
        return median < AN_OBJECT || median * Estimator.median(operations) <= JMH_BYTES ? 0 : median;
    }
}
