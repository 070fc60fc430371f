package dev.lanes.stats.trust;

import static dev.lanes.event.Trust.Level.DOUBTFUL;
import static dev.lanes.event.Trust.Level.GOOD;
import static dev.lanes.event.Trust.Level.NOISY;
import static dev.lanes.stats.trust.Evidence.when;

import dev.lanes.event.Plan;
import dev.lanes.stats.Allocation;
import dev.lanes.stats.Fact;
import dev.lanes.stats.trust.Evidence.Finding;
import java.util.Locale;
import java.util.Optional;

/// What no quieter machine and no higher effort can mend: the fork, the clock, or the code that was measured.
final class SetupRules {
    /// An iteration must last this many steps of the clock.
    private static final double LEAST_STEPS = 1_000;
    /// A single call cannot be made longer by repeating it; within this many steps the clock may err by a twentieth.
    private static final double LEAST_STEPS_OF_A_CALL = 20;
    /// Within this many turns of the empty loop nothing is left of an operation.
    private static final double EMPTY_TURNS = 2;

    private SetupRules() {}

    /// The interpreter alone is what was asked for where the case says so.
    static Optional<Finding> compilerMissing(Evidence evidence) {
        return when(
                evidence.any(Fact.C1_ONLY) && evidence.samples().execution() != Plan.Execution.INTERPRETED,
                DOUBTFUL, "c1-only", "The JVM that measured it had no optimising compiler.",
                "Take -XX:TieredStopAtLevel and the like out of JAVA_TOOL_OPTIONS.");
    }

    static Optional<Finding> debugger(Evidence evidence) {
        return when(evidence.any(Fact.DEBUGGED), DOUBTFUL, "debugger",
                "A debugger was attached to the JVM that measured it.",
                "Take the debugger's agent out of JAVA_TOOL_OPTIONS.");
    }

    static Optional<Finding> clockTooCoarse(Evidence evidence) {
        double least = evidence.samples().execution().callByCall() ? LEAST_STEPS_OF_A_CALL : LEAST_STEPS;
        boolean coarse = evidence.samples().forks().stream().flatMap(fork -> fork.measured().stream()).anyMatch(
                one -> one.nsPerOp() * one.fact(Fact.OPERATIONS) < least * one.fact(Fact.CLOCK_NS));
        return when(coarse, DOUBTFUL, "timer-too-coarse",
                "The clock's smallest step is too large a part of what it measured.", "Choose a larger input.");
    }

    static Optional<Finding> emptyOperation(Evidence evidence) {
        double empty = evidence.median(Fact.EMPTY_NS);
        double operations = evidence.median(Fact.OPERATIONS_PER_CALL);
        double callNs = evidence.score().median() * (Double.isNaN(operations) ? 1 : operations);
        return when(callNs < EMPTY_TURNS * empty, NOISY, "empty-operation",
                String.format(Locale.ROOT,
                        "It takes hardly longer than an operation that does nothing, %.2g ns.", empty),
                "Choose a larger input, and doubt ratios that contain this time.");
    }

    static Optional<Finding> tooFewCores(Evidence evidence) {
        Place place = evidence.place();
        int cpus = place.usableCpus();
        return when(place.workers() > cpus, GOOD, "too-few-cores",
                "%s workers shared %s processors.".formatted(place.workers(), cpus),
                "Expect no gain beyond %s workers here; try a machine with more cores.".formatted(cpus));
    }

    /// Only without a pool: tasks are objects, so handing them over allocates by design.
    static Optional<Finding> allocation(Evidence evidence) {
        double bytes = Allocation.perOperation(evidence.samples());
        return when(!evidence.place().pooled() && bytes > 0, GOOD, "allocation",
                String.format(Locale.ROOT, "Every operation allocates %,.0f bytes.", bytes),
                "Look for boxed numbers, or vectors that escape, where the code was not meant to allocate.");
    }
}
