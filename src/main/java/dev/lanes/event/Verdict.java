package dev.lanes.event;

/// Whether the guide's claim holds on this machine.
///
/// @param text the answer in one or two sentences
/// @param guideSpeedup null where the guide gives no ratio
/// @param measuredSpeedup null where the claim's variant or the baseline was not measured
public record Verdict(Outcome outcome, String text, Double guideSpeedup, Speedup measuredSpeedup) {

    public enum Outcome {
        HOLDS,
        DOES_NOT_HOLD,
        CANNOT_TELL
    }
}
