package dev.lanes.ceiling;

import java.util.Locale;

/// How memory is walked through: the benchmarks of [PeakBandwidth], by the name of their methods.
public enum Pattern {
    LOAD(1),
    COPY(2),
    ADD(3);

    private final int arrays;

    Pattern(int arrays) {
        this.arrays = arrays;
    }

    /// How many arrays are read and written, all of one length.
    public int arrays() {
        return arrays;
    }

    /// The name of the method.
    public String method() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param benchmark the method's name behind that of its class
    static Pattern of(String benchmark) {
        return valueOf(benchmark.substring(benchmark.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT));
    }
}
