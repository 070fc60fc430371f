package dev.lanes.stats.verdict;

import static dev.lanes.stats.verdict.SpeedupWords.ABOUT_EQUAL;
import static dev.lanes.stats.verdict.SpeedupWords.ratio;
import static dev.lanes.stats.verdict.WhyRules.CAUSE;
import static dev.lanes.stats.verdict.WhyRules.MOSTLY_WAITING;
import static dev.lanes.stats.verdict.WhyRules.Reason.when;

import dev.lanes.event.Plan;
import dev.lanes.stats.verdict.Grounds.Beside;
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
        Plan.Case late = grounds.reference().one();
        boolean settled = grounds.reference().runs(Plan.Execution.COMPILED)
                || grounds.reference().runs(Plan.Execution.FROM_COLD)
                        && late.callsBefore() > grounds.subject().one().callsBefore();
        return when("from-cold",
                grounds.subject().runs(Plan.Execution.FROM_COLD) && settled && grounds.slower(),
                1 / grounds.speedup().value(),
                "Its call comes early in the life of a JVM, while code is still loaded, interpreted and compiled; "
                        + "%s was timed when that was over.".formatted(grounds.reference().name()));
    }

    /// How much of a ratio to an interpreted baseline a compiler alone would give: of the same code, where that was
    /// measured, or else together with what plain arrays give.
    static Optional<Reason> interpreter(Grounds grounds) {
        boolean interpreted = againstInterpreter(grounds);
        boolean same = !Double.isNaN(grounds.beside().compiledNs());
        double compiled = same ? grounds.beside().compiledNs() : grounds.beside().yardstickNs();
        double byCompiler = grounds.reference().ns() / compiled;
        if (Double.isNaN(byCompiler)) {
            return when("interpreter", interpreted, grounds.speedup().value(),
                    "The baseline was interpreted, so the ratio includes all that a compiler gains; measure the "
                            + "compiled loop as well to see the rest.");
        }
        double gain = compiled / grounds.subject().ns();
        String part = byCompiler * byCompiler >= grounds.speedup().value() ? "Most" : "Part";
        String rest = gain >= 1 ? ratio(gain) + " times faster" : ratio(1 / gain) + " times slower";
        return when("interpreter", interpreted, byCompiler, same
                ? "%s of the ratio is the interpreter: the same code is %s times faster once it is compiled, and this "
                        .formatted(part, ratio(byCompiler)) + "is %s than that.".formatted(rest)
                : "%s of the ratio is the interpreter and its objects: a compiled loop on plain arrays is %s times "
                        .formatted(part, ratio(byCompiler)) + "faster, and this is %s than that.".formatted(rest));
    }

    /// What plain arrays give instead of objects, both compiled.
    static Optional<Reason> objects(Grounds grounds) {
        Beside beside = grounds.beside();
        double arrays = beside.yardstickNs() == beside.compiledNs() ? beside.plainNs() : beside.yardstickNs();
        double gain = beside.compiledNs() / arrays;
        return when("objects", againstInterpreter(grounds) && gain >= CAUSE, gain,
                "Plain arrays are %s times faster than the same numbers as objects, both compiled.".formatted(
                        ratio(gain)));
    }

    /// What is gained by the form that does the same without the Vector API, if that is most.
    static Optional<Reason> withoutLanes(Grounds grounds) {
        double gain = plainGain(grounds);
        double rest = grounds.beside().plainNs() / grounds.subject().ns();
        return when("without-lanes",
                onlyTheSubjectHasLanes(grounds) && mostlyPlain(grounds) && objects(grounds).isEmpty(), gain,
                "Most of it needs no Vector API: %s alone is %s times faster; the Vector API makes it %s times as fast."
                        .formatted(grounds.beside().plain(), ratio(gain), ratio(rest)));
    }

    static Optional<Reason> lanes(Grounds grounds) {
        double gain = grounds.compiledGain();
        int lanes = grounds.subject().lanes();
        return when("lanes", lanesAreTheDifference(grounds) && gain >= CAUSE && gain <= mostByLanes(lanes), gain,
                "It works on up to %s numbers at a time: lanes can explain that it is about %s times faster than "
                        .formatted(lanes, ratio(gain)) + "compiled code without the Vector API.");
    }

    static Optional<Reason> moreThanLanes(Grounds grounds) {
        double gain = grounds.compiledGain();
        int lanes = grounds.subject().lanes();
        return when("more-than-lanes", lanesAreTheDifference(grounds) && grounds.compiledGainAtLeast() > mostByLanes(lanes),
                gain,
                "It is %s times faster than compiled code; %s lanes explain at most %s times. The rest has other "
                        .formatted(ratio(gain), lanes, lanes) + "causes, which these times cannot separate.");
    }

    /// A loop over lanes counts and branches less often, too.
    private static double mostByLanes(int lanes) {
        return lanes * (1 + ABOUT_EQUAL);
    }

    static Optional<Reason> lanesWithoutGain(Grounds grounds) {
        double gain = grounds.compiledGain();
        int lanes = grounds.subject().lanes();
        return when("lanes-without-gain",
                onlyTheSubjectHasLanes(grounds) && gain < LANES_WITHOUT_GAIN, lanes / gain,
                "Its %s lanes make it %s times as fast as compiled code without the Vector API: either the compiler "
                        .formatted(lanes, ratio(gain))
                        + "uses lanes in that code as well, or arithmetic is not what takes the time.");
    }

    /// Only without a pool, since tasks are objects by design.
    static Optional<Reason> garbage(Grounds grounds) {
        Side fast = grounds.faster() ? grounds.subject() : grounds.reference();
        Side slow = grounds.faster() ? grounds.reference() : grounds.subject();
        return when("garbage",
                !fast.pooled() && !slow.pooled() && (grounds.faster() || grounds.slower()) && allocates(slow, fast),
                GARBAGE_RANK,
                "%s allocates %s for every operation, and %s next to nothing.".formatted(
                        slow.nameAtFirst(), Quantities.bytes(slow.bytes()), fast.name()));
    }

    /// By exclusion: one thread each, the same kind of instructions, no garbage on one side alone.
    static Optional<Reason> codeAlone(Grounds grounds) {
        Side subject = grounds.subject();
        Side reference = grounds.reference();
        boolean alike = !subject.pooled() && !reference.pooled() && subject.vectors() == reference.vectors()
                && subject.one().execution() == reference.one().execution()
                && aloneAndBusy(subject) && aloneAndBusy(reference)
                && subject.bytes() < ALLOCATING * subject.ns() && reference.bytes() < ALLOCATING * reference.ns();
        return when("code", alike && (grounds.faster() || grounds.slower()), LAST,
                "Both keep one processor busy, hardly allocate, and %s the Vector API: what differs is the order "
                        .formatted(subject.vectors() ? "use" : "do without")
                        + "of access, the processor's wrong guesses, or which instructions run and how many.");
    }

    private static boolean againstInterpreter(Grounds grounds) {
        return grounds.reference().runs(Plan.Execution.INTERPRETED)
                && !grounds.subject().runs(Plan.Execution.INTERPRETED) && grounds.faster();
    }

    /// On one thread, so that lanes are all that is added.
    private static boolean onlyTheSubjectHasLanes(Grounds grounds) {
        return !grounds.subject().pooled() && grounds.subject().vectors() && !grounds.reference().vectors();
    }

    /// Unless most of the gain is there without lanes, or the reference makes objects.
    private static boolean lanesAreTheDifference(Grounds grounds) {
        return onlyTheSubjectHasLanes(grounds) && !mostlyPlain(grounds)
                && (grounds.reference().runs(Plan.Execution.INTERPRETED)
                        || !allocates(grounds.reference(), grounds.subject()));
    }

    private static double plainGain(Grounds grounds) {
        return grounds.compiledNs() / grounds.beside().plainNs();
    }

    /// Whether the plain form gives more than half of the factors.
    private static boolean mostlyPlain(Grounds grounds) {
        double gain = plainGain(grounds);
        return gain >= CAUSE && gain * gain >= grounds.compiledGain();
    }

    private static boolean allocates(Side one, Side other) {
        return one.bytes() >= ALLOCATING * one.ns() && other.bytes() <= one.bytes() / 100;
    }

    private static boolean aloneAndBusy(Side one) {
        return one.busy() > MOSTLY_WAITING && one.busy() < CAUSE;
    }
}
