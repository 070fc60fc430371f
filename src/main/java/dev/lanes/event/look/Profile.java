package dev.lanes.event.look;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// Where the time of a case goes: what its threads were seen doing, again and again.
///
/// @param sampler how they were looked at
/// @param periodMicros the processor time, or the time, between two looks
/// @param samples how many looks
/// @param lost looks that the JVM had no room to note
/// @param failed looks at a stack that could not be read; not among `samples`
/// @param biased looks that tell a place nearby
/// @param covered the part of the processor time that `samples` stand for, 0 to 1; the rest is lost ones, compilers,
///     and the system, as when it puts a thread to sleep; null if unknown
/// @param nsPerOp the time of an operation meanwhile; null if unknown
/// @param threads that took part, the busiest first
/// @param lines of the source, the busiest first
/// @param stack all threads together
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Profile(
        Sampler sampler, int periodMicros, int samples, int lost, int failed, int biased, Double covered,
        Double nsPerOp, List<ThreadShare> threads, List<LineShare> lines, Call stack) {

    /// Which of the flight recorder's samplers.
    public enum Sampler {
        /// By processor time, native code included.
        @JsonProperty("cpu-time")
        CPU_TIME,
        /// By the clock, Java code only.
        @JsonProperty("execution")
        EXECUTION
    }

    /// @param share of all samples, 0 to 1
    /// @param stack null if it is the only thread, or if there are more calls than can be told
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ThreadShare(String name, double share, Call stack) {}

    /// @param file path from the source root, as in the code of a variant
    /// @param share of all samples: those in this line, and in what it calls outside of this project
    public record LineShare(String file, int line, double share) {}

    /// A method, and what it calls.
    ///
    /// @param name such as `Dot.oneSum`
    /// @param share of all samples, what it calls included
    public record Call(
            String name, double share, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Call> calls) {}
}
