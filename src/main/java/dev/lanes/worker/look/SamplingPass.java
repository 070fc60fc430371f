package dev.lanes.worker.look;

import com.sun.management.OperatingSystemMXBean;
import dev.lanes.profile.Recorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/// Has the flight recorder look at the threads of a fork while its measured iterations run.
///
/// It is a JMH profiler, so JMH's own command line can use it: `-prof dev.lanes.worker.look.SamplingPass:file.jfr`.
public final class SamplingPass implements InternalProfiler {
    /// Not a round number, so that the samples do not fall into step with anything.
    static final int PERIOD_MICROS = 970;
    /// The shortest period of the other sampler.
    static final int EXECUTION_PERIOD_MICROS = 10_000;

    /// Long enough for some thirty looks at a thread that is at work.
    private static final long SEEN_OFTEN_NANOS = 120_000_000;
    private static final long SPIN_NANOS = 1_000_000;

    private final Path file;
    private final OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private Recording recording;
    private long beginCpuNanos;
    private int measured;

    /// @param path of the file to leave the flight recording in
    public SamplingPass(String path) {
        file = Path.of(path);
    }

    @Override
    public String getDescription() {
        return "Samples where the time goes, by the flight recorder";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        if (iteration.getType() == IterationType.MEASUREMENT && recording == null && FlightRecorder.isAvailable()) {
            recording = new Recording();
            if (knowsCpuTime()) {
                recording.enable(Recorded.CPU_TIME).with("throttle", PERIOD_MICROS + "us");
                recording.enable(Recorded.CPU_TIME_LOST);
            } else {
                recording.enable(Recorded.EXECUTION).withPeriod(Duration.ofNanos(EXECUTION_PERIOD_MICROS * 1000L));
            }
            recording.start();
            beSeen();
            beginCpuNanos = system.getProcessCpuTime();
        }
    }

    /// What tells how much processor time the fork took while it was sampled, in ns: an event of its own would make the
    /// recording a tenth larger.
    static Path processorTime(Path recording) {
        return recording.resolveSibling(recording.getFileName() + ".processor");
    }

    /// At work all the time, so that the samples of this thread tell how often the system looks at one. On a busy
    /// machine it may have to wait for a processor, so its own processor time counts.
    private static void beSeen() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        LongSupplier clock =
                threads.isCurrentThreadCpuTimeSupported() ? threads::getCurrentThreadCpuTime : System::nanoTime;
        long end = clock.getAsLong() + SEEN_OFTEN_NANOS;
        while (clock.getAsLong() < end) {
            spin();
        }
    }

    /// In Java, where samples can be taken: to ask for processor time is a call into the system.
    private static void spin() {
        long end = System.nanoTime() + SPIN_NANOS;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static boolean knowsCpuTime() {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        return linux && FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .map(EventType::getName)
                .anyMatch(Recorded.CPU_TIME::equals);
    }

    @Override
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        boolean last = iteration.getType() == IterationType.MEASUREMENT
                && ++measured == benchmark.getMeasurement().getCount();
        if (last && recording != null) {
            try {
                // Not the sum over threads: those of a pool have ended by the end of the last iteration.
                long cpuNanos = system.getProcessCpuTime() - beginCpuNanos;
                recording.stop();
                recording.dump(file);
                Files.writeString(processorTime(file), Long.toString(cpuNanos));
                recording.close();
            } catch (IOException problem) {
                throw new UncheckedIOException("The samples could not be written", problem);
            }
        }
        return List.of();
    }
}
