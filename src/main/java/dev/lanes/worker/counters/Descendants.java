package dev.lanes.worker.counters;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The processor time, in ns, that each process started by this one, or by one of those, has used so far.
record Descendants(Map<Long, Long> nanosById) {
    /// The JDK has a thread wait for the end of each process that it started. To look for the processes themselves
    /// takes a file for each of the whole machine.
    private static final String WAITS_FOR_A_CHILD = "process reaper";

    /// Now; without those of which the system does not tell it.
    static Descendants read() {
        boolean some = ThreadNames.read().anyMatch(name -> name.startsWith(WAITS_FOR_A_CHILD));
        Stream<ProcessHandle> processes = some ? ProcessHandle.current().descendants() : Stream.empty();
        return new Descendants(processes.collect(Collectors.toMap(
                ProcessHandle::pid,
                one -> one.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))));
    }

    /// What those that are still there have used since.
    long nanosSince(Descendants before) {
        return nanosById.entrySet().stream()
                .mapToLong(one -> one.getValue() - before.nanosById.getOrDefault(one.getKey(), 0L))
                .sum();
    }
}
