package dev.lanes.ceiling;

/// How memory is walked through.
public enum Pattern {
    /// Numbers are added up.
    LOAD(1),
    /// One array is set to another.
    COPY(2),
    /// One array is set to the sum of two others.
    ADD(3),
    /// One array is copied to another as `System.arraycopy` does it.
    ARRAYCOPY(2);

    private final int arrays;

    Pattern(int arrays) {
        this.arrays = arrays;
    }

    /// How many arrays are read and written, all of one length.
    public int arrays() {
        return arrays;
    }
}
