package dev.lanes.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A figure besides the time that an experiment tells of itself, such as how long a stage waited.
///
/// Stands on a public method without arguments that returns a `double` and tells of the last call. It is read after
/// each of many calls that follow the timed ones, and its median is told. NaN where the variant that ran has no such
/// figure.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Reported {
    /// What it counts, in a few words.
    String label();

    /// The unit behind the number, such as "%" or "ms"; empty where the label says it.
    String unit() default "";
}
