package dev.lanes.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;

/// Whether the guide's claim holds on this machine, and why. Results of earlier versions have none of what may be left
/// out.
///
/// @param text the outcome in one or two sentences
/// @param guideSpeedup null where the guide gives no ratio
/// @param measuredSpeedup of the claim's case over what the claim compares it with; null where one was not measured
/// @param reasons why it came out like that, the strongest first, a sentence each; empty where nothing measured tells
/// @param reasonCodes what kind of reason each of them is, in the same order
/// @param answer one sentence that answers the card's own question; null if too little was measured
/// @param claimKey the case that was judged; null if none of the claim's variant was measured
/// @param referenceKey what it was compared with; null if that was not measured
/// @param quoted the ratio that can be quoted: over compiled code; null if there is none
/// @param best the fastest correct case that is clearly faster than what is quoted against; null if there is none
/// @param standIn if the claim is about another number of workers than the case has
/// @param missed if the claim fails although the direction is right
/// @param editAnswer one sentence that compares an edit with the original; null if the run has none
public record Verdict(
        Outcome outcome,
        String text,
        Double guideSpeedup,
        Speedup measuredSpeedup,
        List<String> reasons,
        @JsonInclude(Include.NON_EMPTY) List<String> reasonCodes,
        @JsonInclude(Include.NON_NULL) String answer,
        @JsonInclude(Include.NON_NULL) String claimKey,
        @JsonInclude(Include.NON_NULL) String referenceKey,
        @JsonInclude(Include.NON_NULL) Quoted quoted,
        @JsonInclude(Include.NON_NULL) Best best,
        @JsonInclude(Include.NON_NULL) StandIn standIn,
        @JsonInclude(Include.NON_NULL) Missed missed,
        @JsonInclude(Include.NON_NULL) String editAnswer) {

    public Verdict {
        reasons = List.copyOf(reasons);
        reasonCodes = reasonCodes == null ? List.of() : List.copyOf(reasonCodes);
    }

    /// What came out, and how the claim's own terms were met.
    public static Verdict of(
            Outcome outcome, String text, Double guideSpeedup, Speedup measuredSpeedup, StandIn standIn,
            Missed missed) {
        return new Verdict(
                outcome, text, guideSpeedup, measuredSpeedup, List.of(), null, null, null, null, null, null, standIn,
                missed, null);
    }

    /// What came out, as a list of runs tells it: of an edit, or the answer, or where there is none the outcome.
    public String inShort() {
        return editAnswer != null ? editAnswer : answer != null ? answer : text;
    }

    /// The same verdict with the cases it is about, and these reasons.
    public Verdict on(
            String claim, String reference, Quoted quotable, Best fastest, List<String> found, List<String> codes) {
        return new Verdict(
                outcome, text, guideSpeedup, measuredSpeedup, found, codes, answer, claim, reference, quotable, fastest,
                standIn, missed, editAnswer);
    }

    /// The same verdict with the answer to the card's question, and what it says of an edit.
    public Verdict answering(String question, String edit) {
        return new Verdict(
                outcome, text, guideSpeedup, measuredSpeedup, reasons, reasonCodes, question, claimKey, referenceKey,
                quoted, best, standIn, missed, edit);
    }

    public enum Outcome {
        HOLDS,
        DOES_NOT_HOLD,
        CANNOT_TELL
    }

    /// The claim's case over the case `referenceKey`, which is compiled wherever one that is was measured.
    public record Quoted(String referenceKey, Speedup speedup) {}

    /// @param name in words
    /// @param speedup over the case that [Quoted] compares with
    public record Best(String key, String name, Speedup speedup) {}

    /// `workers` were measured, and the claim is about `asked`.
    public record StandIn(int workers, int asked) {}

    /// The effect beside the one that the claim's bounds allow.
    public enum Missed {
        LESS,
        MORE
    }
}
