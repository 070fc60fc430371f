package dev.lanes.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How many bytes an experiment keeps alive, by the values of its parameters.
///
/// Stands on a public static method that takes one `long` for each `@Param` field, in the order of the fields, and
/// returns bytes. The heap of the forks is made for it, and a machine that has not as much memory refuses the run
/// before it starts. An experiment without one fits into the usual heap of 1 GiB whatever its parameters are.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface WorkingSet {}
