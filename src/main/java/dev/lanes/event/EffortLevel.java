package dev.lanes.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How much measuring a visitor asks for.
public enum EffortLevel {
    @JsonProperty("quick")
    QUICK("Quick", new Plan.Effort(1, 3, new Plan.Effort.Forks(3, 7, 10), 60, 15, 10, 0.10, 2.1, 6)),
    @JsonProperty("standard")
    STANDARD("Standard", Plan.Effort.adaptive(5, 8, 30, 20, 20, 0.03)),
    @JsonProperty("thorough")
    THOROUGH("Thorough", Plan.Effort.adaptive(5, 10, 40, 40, 50, 0.01));

    private final String label;
    private final Plan.Effort effort;

    EffortLevel(String label, Plan.Effort effort) {
        this.label = label;
        this.effort = effort;
    }

    /// The name in the API, in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    public Plan.Effort effort() {
        return effort;
    }

    public static Optional<EffortLevel> withId(String id) {
        return Stream.of(values()).filter(level -> level.id().equals(id)).findFirst();
    }
}
