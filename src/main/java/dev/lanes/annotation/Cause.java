package dev.lanes.annotation;

/// What can decide how a comparison comes out, as a visitor guesses it, and the verdict's reasons that confirm it.
public enum Cause {
    /// Data come no faster, or cache lines travel between cores.
    MEMORY("data", "dearer-work"),
    /// The order of access, what the processor guesses, or which instructions it takes.
    ORDER("code"),
    /// What tasks cost that are handed over.
    TASK_OVERHEAD("handing-over", "dearer-work"),
    /// Workers that wait for a lock or for each other.
    LOCK("processors-idle", "dearer-work"),
    /// Waits that pass side by side.
    WAITING("waits-side-by-side"),
    /// One instruction for many numbers.
    LANES("lanes", "more-than-lanes"),
    /// Lanes that gain nothing, or that the compiler has used already.
    NO_LANES("lanes-without-gain", "without-lanes"),
    /// Whether and how well the code was compiled.
    COMPILER("interpreter", "from-cold", "without-lanes"),
    /// Numbers as objects, and the garbage they leave.
    OBJECTS("objects", "garbage"),
    /// Each core does its part of the work.
    CORES("processors-busy"),
    /// More workers than processors.
    TOO_FEW_CORES("too-few-processors", "dearer-work"),
    /// The same output with less to do.
    LESS_WORK("cheaper-work"),
    /// How fast a core multiplies and adds.
    ARITHMETIC("arithmetic"),
    /// The output is wrong, whatever the time.
    WRONG("wrong-output");

    private final String[] codes;

    Cause(String... codes) {
        this.codes = codes;
    }

    /// The codes of the verdict's reasons that stand for this cause.
    public String[] codes() {
        return codes.clone();
    }
}
