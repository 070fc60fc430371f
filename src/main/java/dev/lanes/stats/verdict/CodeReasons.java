package dev.lanes.stats.verdict;

import static dev.lanes.stats.verdict.SpeedupWords.figure;
import static dev.lanes.stats.verdict.WhyRules.CAUSE;
import static dev.lanes.stats.verdict.WhyRules.MOSTLY_WAITING;
import static dev.lanes.stats.verdict.WhyRules.Reason.when;

import dev.lanes.event.Plan;
import dev.lanes.stats.verdict.Grounds.Side;
import dev.lanes.stats.verdict.WhyRules.Reason;
import java.util.Optional;

/// Causes that lie in the code and in who runs it: interpreter, compiler, lanes, garbage.
final class CodeReasons {
    /// Bytes per ns that are felt: a JVM can allocate a hundred times as much.
    private static final double ALLOCATING = 0.1;
    /// What garbage costs is not measured; it ranks as if it were this much.
    private static final double GARBAGE_RANK = 1.5;
    /// What is left when all else is excluded ranks last.
    private static final double LAST = 1;
    private static final double LANES_WITHOUT_GAIN = 1.1;

    private CodeReasons() {}

    static Optional<Reason> callsFromCold(Grounds grounds) {
        return when(grounds.subject().runs(Plan.Execution.FROM_COLD)
                        && grounds.reference().runs(Plan.Execution.COMPILED) && grounds.slower(),
                1 / grounds.speedup().value(),
                "Its call comes early in the life of a JVM, while code is still loaded, interpreted and compiled; "
                        + "%s was timed when that was over.".formatted(grounds.reference().name()));
    }

    /// How much of a ratio to an interpreted baseline a compiler alone would give.
    static Optional<Reason> interpreter(Grounds grounds) {
        boolean interpreted = grounds.reference().runs(Plan.Execution.INTERPRETED)
                && !grounds.subject().runs(Plan.Execution.INTERPRETED) && grounds.faster();
        double byCompiler = grounds.reference().ns() / grounds.yardstickNs();
        if (Double.isNaN(byCompiler)) {
            return when(interpreted, grounds.speedup().value(),
                    "The baseline was interpreted, so that the ratio holds all that a compiler does; measure the "
                            + "compiled loop as well to see the rest.");
        }
        double gain = grounds.compiledGain();
        String part = byCompiler * byCompiler >= grounds.speedup().value() ? "Most" : "Part";
        String rest = gain >= 1 ? figure(gain) + " times faster" : figure(1 / gain) + " times slower";
        return when(interpreted, byCompiler,
                "%s of the ratio is the interpreter: the same loop is %s times faster once it is compiled, and beside "
                        .formatted(part, figure(byCompiler)) + "that one this is %s.".formatted(rest));
    }

    static Optional<Reason> lanes(Grounds grounds) {
        double gain = grounds.compiledGain();
        int lanes = grounds.here().lanes();
        return when(onlyTheSubjectHasLanes(grounds) && gain >= CAUSE && gain <= lanes, gain,
                "It works on up to %s numbers at a time; %s times faster than compiled code without the Vector API is "
                        .formatted(lanes, figure(gain)) + "within what these lanes alone can give.");
    }

    static Optional<Reason> moreThanLanes(Grounds grounds) {
        double gain = grounds.compiledGain();
        int lanes = grounds.here().lanes();
        return when(onlyTheSubjectHasLanes(grounds) && gain > lanes, gain,
                "Of %s times over compiled code, %s lanes give at most %s: the rest comes from the order of access, "
                        .formatted(figure(gain), lanes, lanes)
                        + "from what stays in registers, or from fewer instructions.");
    }

    static Optional<Reason> lanesWithoutGain(Grounds grounds) {
        double gain = grounds.compiledGain();
        int lanes = grounds.here().lanes();
        return when(onlyTheSubjectHasLanes(grounds) && gain < LANES_WITHOUT_GAIN, lanes / gain,
                "Its %s lanes make it %s times as fast as compiled code without the Vector API: either the compiler "
                        .formatted(lanes, figure(gain))
                        + "uses lanes in that code as well, or arithmetic is not what takes the time.");
    }

    /// Only without a pool, since tasks are objects by design.
    static Optional<Reason> garbage(Grounds grounds) {
        Side subject = grounds.subject();
        Side reference = grounds.reference();
        if (subject.pooled() || reference.pooled()) {
            return Optional.empty();
        }
        return when(grounds.faster() && allocates(reference, subject), GARBAGE_RANK,
                "%s allocates %s for every operation, and this next to nothing.".formatted(
                        reference.nameAtFirst(), Quantities.bytes(reference.bytes())))
                .or(() -> when(grounds.slower() && allocates(subject, reference), GARBAGE_RANK,
                        "It allocates %s for every operation, and %s next to nothing.".formatted(
                                Quantities.bytes(subject.bytes()), reference.name())));
    }

    /// By exclusion: one thread each, the same kind of instructions, no garbage on one side alone.
    static Optional<Reason> codeAlone(Grounds grounds) {
        Side subject = grounds.subject();
        Side reference = grounds.reference();
        boolean alike = !subject.pooled() && !reference.pooled() && subject.vectors() == reference.vectors()
                && subject.one().execution() == reference.one().execution()
                && aloneAndBusy(subject) && aloneAndBusy(reference)
                && subject.bytes() < ALLOCATING * subject.ns() && reference.bytes() < ALLOCATING * reference.ns();
        return when(alike && (grounds.faster() || grounds.slower()), LAST,
                "Both keep one processor busy, hardly allocate, and %s the Vector API: what differs is the order "
                        .formatted(subject.vectors() ? "use" : "do without")
                        + "of access, or which instructions it takes and how many.");
    }

    /// On one thread, so that lanes are all that is added.
    private static boolean onlyTheSubjectHasLanes(Grounds grounds) {
        return !grounds.subject().pooled() && grounds.subject().vectors() && !grounds.reference().vectors();
    }

    private static boolean allocates(Side one, Side other) {
        return one.bytes() >= ALLOCATING * one.ns() && other.bytes() <= one.bytes() / 100;
    }

    private static boolean aloneAndBusy(Side one) {
        return one.busy() > MOSTLY_WAITING && one.busy() < CAUSE;
    }
}
