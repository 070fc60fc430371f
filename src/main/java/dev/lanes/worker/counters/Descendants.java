package dev.lanes.worker.counters;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// The processor time, in ns, that each process started by this one, or by one of those, has used so far.
record Descendants(Map<Long, Long> nanosById) {

    /// Now; without those of which the system does not tell it.
    static Descendants read() {
        return LinuxChildren.none() ? new Descendants(Map.of()) : ofAllProcesses();
    }

    private static Descendants ofAllProcesses() {
        return new Descendants(ProcessHandle.current().descendants().collect(Collectors.toMap(
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
