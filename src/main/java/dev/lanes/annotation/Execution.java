package dev.lanes.annotation;

/// How a JVM runs the code of a variant, and how it is timed.
public enum Execution {
    /// By the JIT's compiled code, after warm-up; the average time of many calls.
    COMPILED,
    /// By the interpreter alone (`-Xint`), call by call: it stands for languages that have no compiler.
    INTERPRETED,
    /// One call in a fresh JVM, right after as many others as [Variant#callsBefore] says.
    FROM_COLD
}
