package dev.lanes.annotation;

/// What the guide says will happen, in a form that a measurement can confirm or refute, and how the card's question is
/// answered. Variants are named by their methods.
public @interface Claim {
    /// The claim as one sentence.
    String text();

    /// What the guide's author measured, with units; shown beside this machine's figure.
    String guideFigure();

    /// The guide's figure as a ratio of baseline time to variant time (above 1 is faster); NaN where it has none.
    double guideSpeedup() default Double.NaN;

    /// Whether the guide's author measured that ratio; otherwise the guide reckons it.
    boolean guideMeasured() default false;

    Effect effect();

    /// The variant that the claim is about.
    String variant();

    /// The variant it is compared with, if that is not the baseline; of a pooled one the case with as many workers as
    /// the claim's has, or if that is not pooled, with one for each core.
    String against() default "";

    /// The least speedup that the claim's text allows; NaN if it names none. "Four times" allows a tenth less.
    double atLeast() default Double.NaN;

    /// The greatest speedup that the claim's text allows; NaN if it names none. "Far slower" is 0.2 at most.
    double atMost() default Double.NaN;

    /// The worker count that the claim is about; the nearest measured one stands in for it. Only for pooled variants.
    int workers() default 4;

    /// Whether the claim compares with the same variant on as many workers as the machine has cores, or the nearest
    /// number measured, and not with the baseline.
    boolean againstCores() default false;

    /// The variant that runs the code of an interpreted baseline compiled; "" if there is none.
    String compiled() default "";

    /// The variant that does without the Vector API what the claim's variant does with it; "" if there is none.
    String plain() default "";

    /// Variants that do something else than the question asks for, and so are never its best case.
    String[] notBest() default {};

    /// What the card's question asks for.
    Asks asks() default Asks.HOW_MUCH;

    /// The variants whose times, each beside the one before, answer the question; empty if the claim's case does.
    String[] steps() default {};
}
