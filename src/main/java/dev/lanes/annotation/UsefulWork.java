package dev.lanes.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How much there is to do in one call, by the values of an experiment's parameters.
///
/// Stands on a public static method that takes one `long` for each `@Param` field, in the order of the fields, and
/// returns [Work]. It is called where no vector code can run, so it does nothing but count. An experiment without one
/// is not about arithmetic or memory, and nothing is said about how near it comes to what the machine can do.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface UsefulWork {
    /// The methods of the variants it is for; empty for all that no other one names.
    String[] variants() default {};
}
