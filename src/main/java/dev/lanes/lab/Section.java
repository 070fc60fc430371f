package dev.lanes.lab;

/// The ten sections of the guide, in its order.
public enum Section {
    WHY_PARALLELISM("Why parallelism", "One kitchen, many cooks",
            "Work that waits can overlap on a single core; work that computes needs cores of its own."),
    VECTORISATION("Vectorisation", "One instruction, many numbers",
            "A core that handles one number at a time leaves most of itself idle. Its vector unit works on a whole row "
                    + "of them in a single step, and nothing else in this guide buys so much for so little."),
    THREADS("Many threads", "When more workers help",
            "A second core can take half of the work, if the half is worth the walk to it. Handing a task to another "
                    + "thread has a price, so the first thing to know about a task is how long it takes."),
    DATA_OR_MODEL("Data or model", "Split the batch or split the net",
            "Copies of one model can each take a share of the data, or one model can be cut in stages."),
    MEMORY_AND_CACHE("Memory and cache", "The distance to a number",
            "Arithmetic is cheap; fetching is not. Memory arrives in lines of many neighbours, and code that uses the "
                    + "neighbours while they are near runs several times faster than code that leaves them behind."),
    HELPS_OR_HURTS("Helps or hurts", "The price of handing work over",
            "Parallel code pays for every task before the task does anything. Large independent tasks earn it back; "
                    + "small ones never do."),
    WORKED_EXAMPLES("Worked examples", "Four small programs",
            "Complete pieces of work, each once alone and once shared out."),
    DO_AND_DO_NOT("Do and do not", "Habits that pay",
            "Ten habits, five to keep and five to drop, each with the measurement that speaks for it."),
    MISTAKES("Mistakes", "Fast, parallel and wrong",
            "The worst mistakes do not look slow. A sum that loses updates finishes early and says nothing; only a "
                    + "check of the result shows it."),
    STRATEGY("Strategy", "Four steps in order",
            "Lanes first, then workers, then memory, and a measurement after each.");

    private final String title;
    private final String headline;
    private final String lead;

    Section(String title, String headline, String lead) {
        this.title = title;
        this.headline = headline;
        this.lead = lead;
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

    /// The section's idea in a sentence or two.
    public String lead() {
        return lead;
    }
}
