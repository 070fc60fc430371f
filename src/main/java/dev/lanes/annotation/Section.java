package dev.lanes.annotation;

/// The ten sections of the guide, in its order.
public enum Section {
    WHY_PARALLELISM("Why parallelism", "One kitchen, many cooks"),
    VECTORISATION("Vectorisation", "One instruction, many numbers"),
    THREADS("Many threads", "When more workers help"),
    DATA_OR_MODEL("Data or model", "Split the batch or split the net"),
    MEMORY_AND_CACHE("Memory and cache", "The distance to a number"),
    HELPS_OR_HURTS("Helps or hurts", "The price of handing work over"),
    WORKED_EXAMPLES("Worked examples", "Four small programs"),
    DO_AND_DO_NOT("Do and do not", "Habits that pay"),
    MISTAKES("Mistakes", "Fast, parallel and wrong"),
    STRATEGY("Strategy", "Four steps in order");

    private final String title;
    private final String headline;

    Section(String title, String headline) {
        this.title = title;
        this.headline = headline;
    }

    /// The section's place in the guide, from 1.
    public int number() {
        return ordinal() + 1;
    }

    public String title() {
        return title;
    }

    public String headline() {
        return headline;
    }
}
