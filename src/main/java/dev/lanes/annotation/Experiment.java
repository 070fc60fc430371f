package dev.lanes.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A question about performance, and the claim that its variants put to the test.
///
/// Stands on a JMH benchmark class. Every `@Benchmark` method is a [Variant], exactly one of them the baseline;
/// every `@Param` field of the class has a [Range].
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Experiment {
    /// The name in URLs and in the API, in kebab-case; never renamed.
    String id();

    Section section();

    /// A few words, as in a table of contents.
    String title();

    /// One sentence that ends in a question mark.
    String question();

    /// What happens and why, in a paragraph or two of plain text.
    String explanation();

    Claim claim();

    Check check();

    /// Three or four reasons why the claim's case may come out faster or slower, one of which a visitor who guesses may
    /// choose. Some of them are wrong.
    GuessReason[] reasons() default {};

    /// The worker counts a visitor may choose for pooled variants; empty where no variant is pooled.
    int[] workers() default {};
}
