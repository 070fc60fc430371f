package dev.lanes.worker.counters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/// The processes that this one started.
final class Descendants {
    private static final Path STAT = Path.of("/proc/self/stat");
    /// Fields of that file behind the program's name, which may hold spaces: time of ended children in programs, and in
    /// the system, in hundredths of a second.
    private static final int IN_PROGRAMS = 13;
    private static final int IN_THE_SYSTEM = 14;
    private static final long TICK_NANOS = 10_000_000;
    /// The JDK has a thread wait for the end of each process that it started. To look for the processes themselves
    /// takes a file for each of the whole machine.
    private static final String WAITS_FOR_A_CHILD = "process reaper";

    private Descendants() {}

    /// Processor time that they have used so far, in ns: on Linux those that have ended included, and elsewhere those
    /// alone that are alive.
    static long nanos() {
        boolean some = ThreadNames.read().anyMatch(name -> name.startsWith(WAITS_FOR_A_CHILD));
        Stream<ProcessHandle> processes = some ? ProcessHandle.current().descendants() : Stream.empty();
        long alive = processes.mapToLong(one -> one.info().totalCpuDuration().map(Duration::toNanos).orElse(0L)).sum();
        return alive + ended();
    }

    private static long ended() {
        try {
            return ended(Files.readString(STAT));
        } catch (IOException absent) {
            return 0;
        }
    }

    /// In ns, from what `/proc/self/stat` holds.
    static long ended(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return TICK_NANOS * (Long.parseLong(fields[IN_PROGRAMS]) + Long.parseLong(fields[IN_THE_SYSTEM]));
    }
}
