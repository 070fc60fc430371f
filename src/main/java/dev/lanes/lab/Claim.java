package dev.lanes.lab;

/// What the guide says will happen, in a form that a measurement can confirm or refute.
public @interface Claim {
    /// The claim as one sentence.
    String text();

    /// What the guide's author measured, with units; shown beside this machine's figure.
    String guideFigure();

    /// The guide's figure as a ratio of baseline time to variant time (above 1 is faster); NaN where it has none.
    double guideSpeedup() default Double.NaN;

    Effect effect();

    /// The method of the variant that the claim is about; it is compared with the baseline.
    String variant();

    /// The worker count that the claim is about; the nearest measured one stands in for it. Only for pooled variants.
    int workers() default 4;

    /// Whether the claim compares with the same variant on as many workers as the machine has cores, or the nearest
    /// number measured, and not with the baseline.
    boolean againstCores() default false;
}
