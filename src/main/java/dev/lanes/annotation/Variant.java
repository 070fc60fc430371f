package dev.lanes.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// One way of computing an experiment's answer: a `@Benchmark` method that returns its output.
///
/// Its id is the method's name in kebab-case. It is pooled when it takes a pool as its argument.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Variant {
    /// A few words, unique within the experiment.
    String label();

    /// What is special about this form, in one sentence.
    String note() default "";

    /// Whether all other variants are compared with this one. The baseline runs on one thread.
    boolean baseline() default false;

    /// Whether all others are compared with this one as well as with the baseline: the compiled counterpart of a
    /// baseline that is interpreted.
    boolean yardstick() default false;

    Execution execution() default Execution.COMPILED;

    /// How often it is called in its JVM before the call that is timed; only for [Execution#FROM_COLD]. The experiment
    /// makes these calls, by `CallsBefore`.
    int callsBefore() default 0;

    /// The width of the vector registers it needs, in bits; 0 where it needs none. A machine with narrower ones lists
    /// it as unavailable.
    int vectorBits() default 0;

    /// Whether it calls a BLAS library. A machine that has none lists it as unavailable.
    boolean needsBlas() default false;

    /// Whether other threads than the calling one and those of a pool work for it, as those of a library do.
    boolean ownThreads() default false;
}
