package dev.lanes.profile;

import java.util.List;

/// What a thread was doing at one look at it.
///
/// @param weight how much time it stands for, in any unit
/// @param biased whether it tells where the thread came to when it left code that the JVM cannot read
/// @param frames the method that ran first, those that called it behind it
public record Sample(String thread, double weight, boolean biased, List<Frame> frames) {

    /// @param method such as `dev.lanes.kernel.dot.Dot::oneSum`
    /// @param line of its file; -1 if unknown
    /// @param inlined whether the code of its caller contains it
    public record Frame(String method, int line, boolean inlined) {
        private static final String HARNESS = "jmh_generated";

        /// Whether it is code of this project, and not what JMH has generated or this package's neighbours in a fork.
        public boolean ours() {
            return method.startsWith("dev.lanes.") && !harness() && !method.startsWith("dev.lanes.worker.");
        }

        boolean harness() {
            return method.contains(HARNESS);
        }
    }

    /// The compiled method whose code ran, whatever was inlined into it; null if nothing was told.
    public String compiledMethod() {
        return frames.stream().filter(frame -> !frame.inlined()).findFirst().map(Frame::method).orElse(null);
    }

    /// The line of this project that ran, or called what ran; null if there is none.
    public Frame line() {
        return frames.stream().filter(Frame::ours).findFirst().orElse(null);
    }

    /// Whether it is the thread that starts the sampler, which is at work all the time until it has been seen often.
    boolean ofSampler() {
        return frames.stream().anyMatch(frame -> frame.method().startsWith("dev.lanes.worker.look."));
    }

    /// Whether it is the benchmark that ran, and not JMH or the JVM around it.
    boolean ofBenchmark() {
        return frames.stream().anyMatch(frame -> frame.ours() || frame.harness());
    }
}
