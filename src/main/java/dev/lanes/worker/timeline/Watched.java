package dev.lanes.worker.timeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// What was seen of the workers of one pool while it ran a few operations. Times are nanoseconds of one clock, lanes
/// the names of platform threads.
///
/// @param operations in order of time
/// @param pauses when a platform thread stood still: it waited for a lock, was parked, or slept
record Watched(List<Span> operations, List<Task> tasks, List<Pause> pauses) {

    /// From the file that a [FlightWatch] left. It is read where the fork has ended, since reading it costs a young JVM
    /// as much as recording it.
    static Watched read(Path file) throws IOException {
        List<Span> operations = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        List<Pause> pauses = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            Span span = new Span(nanos(event.getStartTime()), nanos(event.getEndTime()));
            switch (event.getEventType().getName()) {
                case FlightWatch.OPERATION -> operations.add(span);
                case FlightWatch.TASK ->
                    tasks.add(new Task(event.getString("firstLane"), event.getString("lastLane"), span));
                default -> pauses.add(new Pause(event.getThread().getJavaName(), span));
            }
        }
        operations.sort(Comparator.comparingLong(Span::begin));
        return new Watched(operations, tasks, pauses);
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000 + time.getNano();
    }

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
                .flatMap(task -> Stream.of(task.firstLane(), task.lastLane()))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /// The operation of middle length; the first and the last are left out where there are others, since the watch
    /// itself begins and ends there.
    Span typical() {
        List<Span> inner = new ArrayList<>(
                operations.size() > 2 ? operations.subList(1, operations.size() - 1) : operations);
        inner.sort(Comparator.comparingLong(Span::length));
        return inner.get(inner.size() / 2);
    }
}
