package dev.lanes.worker.counters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// The processes that this one started.
final class Descendants {
    private static final Path STAT = Path.of("/proc/self/stat");
    /// Fields of that file behind the program's name, which may hold spaces: ticks of ended children in programs, and in
    /// the system.
    private static final int IN_PROGRAMS = 13;
    private static final int IN_THE_SYSTEM = 14;
    /// The JDK has a thread wait for the end of each process that it started. To look for the processes themselves
    /// takes a file for each of the whole machine. The thread stays for a minute after the last one.
    private static final String WAITS_FOR_A_CHILD = "process reaper";

    private Descendants() {}

    /// Processor time that they have used so far, in ns: on Linux those that have ended included, and elsewhere those
    /// alone that are alive.
    static double nanos() {
        if (ThreadNames.read().noneMatch(name -> name.startsWith(WAITS_FOR_A_CHILD))) {
            return 0;
        }
        long alive = ProcessHandle.current().descendants()
                .mapToLong(one -> one.info().totalCpuDuration().map(Duration::toNanos).orElse(0L)).sum();
        return alive + ended();
    }

    private static double ended() {
        try {
            return ended(Files.readString(STAT));
        } catch (IOException absent) {
            return 0;
        }
    }

    /// In ns, from what `/proc/self/stat` holds.
    static double ended(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return LinuxCpuTicks.TICK_NANOS * (Long.parseLong(fields[IN_PROGRAMS]) + Long.parseLong(fields[IN_THE_SYSTEM]));
    }
}
