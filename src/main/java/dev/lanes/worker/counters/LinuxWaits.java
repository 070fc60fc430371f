package dev.lanes.worker.counters;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How often JMH's measuring threads gave up their processor of their own accord, as Linux counts it for every thread.
final class LinuxWaits {
    private static final Path THREADS = Path.of("/proc/self/task");
    private static final String MEASURING = "-jmh-worker-";
    /// The system keeps this much of a thread's name.
    private static final int NAME_LENGTH = 15;
    private static final String COUNT = "voluntary_ctxt_switches:";

    private LinuxWaits() {}

    /// Since they began; -1 if it cannot be read, and 0 before there are such threads.
    static long read() {
        return of(THREADS, measuring());
    }

    /// By their names, as the system has them. Threads are listed without their stacks, which would stop them all.
    private static Set<String> measuring() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        Thread[] threads = new Thread[all.activeCount() + 10];
        int count = all.enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .map(Thread::getName)
                .filter(name -> name.contains(MEASURING))
                .map(name -> name.substring(0, Math.min(NAME_LENGTH, name.length())))
                .collect(Collectors.toSet());
    }

    /// The same of a folder such as `/proc/self/task`.
    ///
    /// @param names of the threads that count
    static long of(Path threads, Set<String> names) {
        long waits = 0;
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(threads)) {
            for (Path folder : folders) {
                if (names.contains(Files.readString(folder.resolve("comm")).strip())) {
                    waits += waits(folder.resolve("status"));
                }
            }
            return waits;
        } catch (IOException absent) {
            return -1;
        }
    }

    private static long waits(Path status) throws IOException {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(COUNT))
                    .mapToLong(line -> Long.parseLong(line.substring(COUNT.length()).strip()))
                    .sum();
        }
    }
}
