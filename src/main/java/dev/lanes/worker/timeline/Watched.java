package dev.lanes.worker.timeline;

import java.util.ArrayList;
import java.util.List;

/// What was seen of the workers of one pool while it ran a few operations. Times are nanoseconds of one clock, lanes
/// the names of platform threads.
///
/// @param operations in order of time
/// @param pauses when a platform thread stood still: it waited for a lock, was parked, or slept
public record Watched(List<Span> operations, List<Task> tasks, List<Pause> pauses) {

    /// From `begin` to `end`.
    record Span(long begin, long end) {
        long length() {
            return end - begin;
        }

        boolean holds(long time) {
            return begin <= time && time < end;
        }

        boolean meets(Span other) {
            return begin < other.end && other.begin < end;
        }
    }

    /// A task, and the lanes that it began and ended on: a virtual thread may go on on another carrier after it waited.
    record Task(String firstLane, String lastLane, Span span) {}

    /// A lane that stood still.
    record Pause(String lane, Span span) {}

    /// The names of all lanes that ran a task, by their number.
    List<String> lanes() {
        return tasks.stream()
                .flatMap(task -> List.of(task.firstLane(), task.lastLane()).stream())
                .distinct()
                .sorted((one, other) -> one.length() == other.length()
                        ? one.compareTo(other) : Integer.compare(one.length(), other.length()))
                .toList();
    }

    /// The operation of middle length; the first and the last are left out where there are others, since the watch
    /// itself begins and ends there.
    Span typical() {
        List<Span> inner = new ArrayList<>(
                operations.size() > 2 ? operations.subList(1, operations.size() - 1) : operations);
        inner.sort((one, other) -> Long.compare(one.length(), other.length()));
        return inner.get(inner.size() / 2);
    }
}
