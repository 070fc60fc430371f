package dev.lanes.profile;

import dev.lanes.event.look.Profile.Sampler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/// The samples of a flight recording.
///
/// @param samples those of the benchmark
/// @param lost looks that the JVM had no room to note
/// @param failed looks at a stack that could not be read
/// @param biased looks that tell a place nearby
/// @param everyNs the processor time between two looks at a thread that is at work all the time: the system looks at
///     its timers less often than it is asked to; NaN if unknown
/// @param processorNs what all threads took meanwhile, the compilers' among them; NaN if unknown
public record Recorded(
        Sampler sampler, List<Sample> samples, int lost, int failed, int biased, double everyNs, double processorNs) {
    public static final String CPU_TIME = "jdk.CPUTimeSample";
    public static final String CPU_TIME_LOST = "jdk.CPUTimeSamplesLost";
    public static final String EXECUTION = "jdk.ExecutionSample";

    /// So many pairs of looks tell how far they are apart.
    private static final int PAIRS_THAT_TELL = 8;

    /// @param processorNs what all threads took meanwhile
    public static Recorded read(Path file, double processorNs) throws IOException {
        List<Sample> samples = new ArrayList<>();
        Sampler sampler = Sampler.EXECUTION;
        int lost = 0;
        int failed = 0;
        int biased = 0;
        List<Instant> looksAtSampler = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            switch (event.getEventType().getName()) {
                case CPU_TIME -> {
                    sampler = Sampler.CPU_TIME;
                    if (event.getBoolean("failed") || event.getStackTrace() == null) {
                        failed++;
                    } else {
                        Sample sample = sample(
                                event.getThread("eventThread"),
                                Math.max(1, event.getDuration("samplingPeriod").toNanos()),
                                event.getBoolean("biased"), event.getStackTrace());
                        if (sample.ofBenchmark()) {
                            biased += sample.biased() ? 1 : 0;
                            samples.add(sample);
                        } else if (sample.ofSampler()) {
                            looksAtSampler.add(event.getStartTime());
                        }
                    }
                }
                case CPU_TIME_LOST -> lost += (int) event.getLong("lostSamples");
                case EXECUTION -> {
                    Sample sample = sample(event.getThread("sampledThread"), 1, false, event.getStackTrace());
                    if (sample.ofBenchmark()) {
                        samples.add(sample);
                    }
                }
                default -> {}
            }
        }
        return new Recorded(sampler, samples, lost, failed, biased, everyNs(looksAtSampler), processorNs);
    }

    private static double everyNs(List<Instant> looks) {
        List<Instant> inOrder = looks.stream().sorted().toList();
        long[] apart = IntStream.range(1, inOrder.size())
                .mapToLong(at -> Duration.between(inOrder.get(at - 1), inOrder.get(at)).toNanos())
                .sorted()
                .toArray();
        return apart.length < PAIRS_THAT_TELL ? Double.NaN : apart[apart.length / 2];
    }

    private static Sample sample(
            RecordedThread thread, double weight, boolean biased, RecordedStackTrace stack) {
        List<Sample.Frame> frames = stack.getFrames().stream()
                .filter(RecordedFrame::isJavaFrame)
                .map(frame -> new Sample.Frame(
                        frame.getMethod().getType().getName() + "::" + frame.getMethod().getName(),
                        frame.getLineNumber(), frame.getType().equals("Inlined")))
                .toList();
        return new Sample(name(thread), weight, biased, frames);
    }

    /// Virtual threads have no name of their own, and there may be thousands.
    private static String name(RecordedThread thread) {
        if (thread == null) {
            return "unknown";
        }
        if (thread.isVirtual()) {
            return "virtual threads";
        }
        return thread.getJavaName() == null ? thread.getOSName() : thread.getJavaName();
    }
}
