package dev.lanes.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// How far a score may be believed, and why not further.
public record Trust(Level level, List<Reason> reasons) {

    /// The light shown beside a score.
    public enum Level {
        @JsonProperty("good")
        GOOD,
        @JsonProperty("noisy")
        NOISY,
        @JsonProperty("doubtful")
        DOUBTFUL
    }

    /// @param code stable, in kebab-case
    /// @param text what was seen, in one sentence
    /// @param nextStep what to do about it, in one sentence
    public record Reason(String code, String text, String nextStep) {}
}
