package dev.lanes.event;

import java.util.List;

/// Whether the guide's claim holds on this machine, and why.
///
/// @param text the answer in one or two sentences
/// @param guideSpeedup null where the guide gives no ratio
/// @param measuredSpeedup null where the claim's variant or the baseline was not measured
/// @param reasons why it came out like that, the strongest first, a sentence each; empty where nothing measured tells
public record Verdict(
        Outcome outcome, String text, Double guideSpeedup, Speedup measuredSpeedup, List<String> reasons) {

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /// The same verdict with these reasons.
    public Verdict because(List<String> found) {
        return new Verdict(outcome, text, guideSpeedup, measuredSpeedup, found);
    }

    public enum Outcome {
        HOLDS,
        DOES_NOT_HOLD,
        CANNOT_TELL
    }
}
