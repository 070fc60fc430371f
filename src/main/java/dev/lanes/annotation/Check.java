package dev.lanes.annotation;

/// How every variant's output is compared with the baseline's, outside the timed code.
public @interface Check {
    Agreement value();

    /// The largest relative error that still agrees; only for [Agreement#CLOSE].
    double relativeTolerance() default 0;
}
