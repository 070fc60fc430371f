package dev.lanes.stats.verdict;

import dev.lanes.annotation.Asks;
import dev.lanes.event.Speedup;
import dev.lanes.event.Verdict.Outcome;
import dev.lanes.event.Verdict.StandIn;
import java.util.List;
import java.util.stream.Collectors;

/// The one sentence that answers a card's question on this machine.
///
/// @param outcome of the verdict
/// @param standIn as the verdict has it; may be null
/// @param claim the claim's case against what can be quoted
/// @param against what that is, in words
/// @param correct whether all outputs agree
/// @param doubtful whether the measurement is too uncertain for words
/// @param best the fastest correct case, in words; "" if it is the claim's, or none is faster than the reference
/// @param several whether others than the claim's case were measured
public record Answer(
        Asks asks, Outcome outcome, StandIn standIn, Case claim, String against, boolean correct, boolean doubtful,
        String best, boolean several) {
    private static final String NOT_CLEAR = "Not clear yet: ";

    /// One case in words, with its speedup.
    ///
    /// @param note what else has to be told of it, such as what it lost; "" if nothing
    public record Case(String name, Speedup speedup, String note) {}

    /// One of several forms, each beside the one before.
    ///
    /// @param speedup over the one before; null for the first
    public record Step(String name, double ns, Speedup speedup) {}

    /// "In registers 0.56 ns; Random order, in the L1 cache 1.39 ns, 2.5 times slower; ..."
    public static String of(List<Step> steps) {
        return steps.stream()
                .map(step -> step.name() + " " + Quantities.time(step.ns())
                        + (step.speedup() == null ? "" : ", " + SpeedupWords.of(step.speedup())))
                .collect(Collectors.joining("; ", "", "."));
    }

    /// "Yes: Chunk by chunk: 1.9 times faster than Pass by pass (1.6 to 2.4)."
    public String sentence() {
        if (doubtful) {
            return NOT_CLEAR + "the measurement of " + claim.name() + " is too uncertain.";
        }
        String note = claim.note().isEmpty() ? "" : " (" + claim.note() + ")";
        return lead() + claim.name() + note + ": " + SpeedupWords.than(claim.speedup(), against) + rest() + ".";
    }

    private String rest() {
        if (!best.isEmpty()) {
            return "; " + best;
        }
        return several && !SpeedupWords.faster(claim.speedup()) ? "; nothing measured is clearly faster" : "";
    }

    private String lead() {
        Speedup speedup = claim.speedup();
        return switch (asks) {
            case HOW_MUCH -> "";
            case FASTER -> SpeedupWords.faster(speedup) ? "Yes: "
                    : !best.isEmpty() ? "It depends: "
                    : SpeedupWords.noGain(speedup) ? "No: "
                    : NOT_CLEAR;
            case NO_FASTER -> SpeedupWords.faster(speedup) ? "No: "
                    : SpeedupWords.noGain(speedup) ? "Yes: "
                    : NOT_CLEAR;
            case THE_CLAIM -> switch (outcome) {
                case HOLDS -> standIn == null ? "Yes: " : "Yes, as far as %s workers tell: ".formatted(standIn.workers());
                case DOES_NOT_HOLD -> "No: ";
                case CANNOT_TELL -> NOT_CLEAR;
            };
            case SAME_OUTPUT -> correct ? "Yes, every output is the same: " : "No, not every output is the same: ";
        };
    }
}
