package dev.lanes.worker.counters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How often JMH's measuring threads gave up their processor of their own accord, as Linux counts it for every thread.
final class LinuxWaits {
    private static final String MEASURING = "-jmh-worker-";
    /// The system keeps this much of a thread's name.
    private static final int NAME_LENGTH = 15;
    private static final String COUNT = "\nvoluntary_ctxt_switches:";

    private final Path threads;
    /// Of the threads that were seen, by their ids: a name takes a file, and a JVM has some twenty-five.
    private final Map<String, String> names = new HashMap<>();

    /// @param threads a folder for each thread, such as `/proc/self/task`
    LinuxWaits(Path threads) {
        this.threads = threads;
    }

    /// Since they began; -1 if it cannot be read, and 0 before there are such threads.
    long read() {
        return of(ThreadNames.read()
                .filter(name -> name.contains(MEASURING))
                .map(name -> name.substring(0, Math.min(NAME_LENGTH, name.length())))
                .collect(Collectors.toSet()));
    }

    /// @param measuring names of the threads that count, as the system has them
    long of(Set<String> measuring) {
        String[] ids = threads.toFile().list();
        if (ids == null) {
            return -1;
        }
        names.keySet().retainAll(List.of(ids));
        try {
            long waits = 0;
            for (String id : ids) {
                if (!names.containsKey(id)) {
                    names.put(id, Files.readString(threads.resolve(id, "comm")).strip());
                }
                if (measuring.contains(names.get(id))) {
                    waits += waits(Files.readString(threads.resolve(id, "status")));
                }
            }
            return waits;
        } catch (IOException ended) {
            return -1;
        }
    }

    private static long waits(String status) {
        int from = status.indexOf(COUNT) + COUNT.length();
        return Long.parseLong(status.substring(from, status.indexOf('\n', from)).strip());
    }
}
