package dev.lanes.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The whole numbers a visitor may choose for an `@Param` field, both ends included.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Range {
    /// What the number counts, as a label beside a control.
    String label();

    /// The unit behind the number, such as "images"; empty where the label says it.
    String unit() default "";

    long min();

    long max();

    Scale scale() default Scale.LINEAR;

    /// What the numbers stand for, one name for each from `min` to `max`; empty where they stand for themselves.
    String[] choices() default {};
}
