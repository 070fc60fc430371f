package dev.lanes.worker.timeline;

import dev.lanes.pool.TaskWatch;
import dev.lanes.worker.check.BenchmarkInstance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;

/// A watch over tasks that notes them as events of the JDK's flight recorder, so that they and the JDK's own events of
/// threads that stand still are told by one clock.
final class FlightWatch implements TaskWatch, AutoCloseable {
    static final String TASK = "dev.lanes.Task";
    static final String OPERATION = "dev.lanes.Operation";
    private static final List<String> PAUSES =
            List.of("jdk.JavaMonitorEnter", "jdk.JavaMonitorWait", "jdk.ThreadPark", "jdk.ThreadSleep");

    private final Recording recording = new Recording();

    /// Begins to record.
    FlightWatch() {
        PAUSES.forEach(name -> recording.enable(name).withThreshold(Duration.ZERO).withoutStackTrace());
        recording.enable(TASK).withThreshold(Duration.ZERO);
        recording.enable(OPERATION).withThreshold(Duration.ZERO);
        recording.start();
    }

    @Override
    public void run(Runnable task) {
        TaskEvent event = new TaskEvent();
        event.firstLane = lane();
        event.begin();
        try {
            task.run();
        } finally {
            event.end();
            event.lastLane = lane();
            event.commit();
        }
    }

    /// Runs one operation and notes when it began and ended.
    void operation(BenchmarkInstance variant) throws ReflectiveOperationException {
        OperationEvent event = new OperationEvent();
        event.begin();
        variant.call();
        event.end();
        event.commit();
    }

    /// Leaves what was seen in a file, when all tasks have ended. Nothing is recorded from here on.
    void leave(Path file) throws IOException {
        recording.stop();
        recording.dump(file);
    }

    @Override
    public void close() {
        recording.close();
    }

    /// The name of the platform thread that the current thread is or is carried by. The JDK tells the carrier of a
    /// virtual thread only in its text: `VirtualThread[#31]/runnable@ForkJoinPool-1-worker-2`.
    private static String lane() {
        Thread thread = Thread.currentThread();
        if (!thread.isVirtual()) {
            return thread.getName();
        }
        String text = thread.toString();
        return text.substring(text.lastIndexOf('@') + 1);
    }

    @Name(TASK)
    @StackTrace(false)
    private static final class TaskEvent extends Event {
        String firstLane;
        String lastLane;
    }

    @Name(OPERATION)
    @StackTrace(false)
    private static final class OperationEvent extends Event {}
}
