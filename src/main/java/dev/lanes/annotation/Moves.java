package dev.lanes.annotation;

/// How the bytes of a call move, which decides how fast they can: reading and writing have ceilings of their own.
public enum Moves {
    /// They are read; next to nothing is written.
    LOAD,
    /// As many are written as are read.
    COPY,
    /// Half as many are written as are read.
    ADD,
    /// They are copied by the JVM's own copying of arrays, which writes past the caches where there are many.
    ARRAYCOPY
}
