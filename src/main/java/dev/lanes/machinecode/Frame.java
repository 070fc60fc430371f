package dev.lanes.machinecode;

/// A place in the source.
///
/// @param method such as `dev.lanes.kernel.dot.Dot::oneSum`
/// @param line of its file; -1 if unknown
public record Frame(String method, int line) {
    private static final String HARNESS = "jmh_generated";

    /// Whether the place is in this project, and not in what JMH has generated.
    public boolean ours() {
        return method.startsWith("dev.lanes.") && !harness();
    }

    /// Whether it is the loop in which JMH calls the benchmark.
    public boolean harness() {
        return method.contains(HARNESS);
    }
}
