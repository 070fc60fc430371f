package dev.lanes.worker.timeline;

import dev.lanes.worker.timeline.Watched.Pause;
import dev.lanes.worker.timeline.Watched.Span;
import dev.lanes.worker.timeline.Watched.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// What a [FlightWatch] left in a file. It is read where the fork has ended, since reading it costs a young JVM as much
/// as recording it.
final class FlightRecord {
    private FlightRecord() {}

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
}
