package dev.lanes.web.document;

import dev.lanes.event.EventLine;
import dev.lanes.event.RunEvent;
import dev.lanes.run.RunLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The events of one run as frames of the live stream, read by number.
@FunctionalInterface
public interface EventLog {

    /// @param seq the event's number: from 1, without gaps
    /// @param text the event as JSON, with its number
    record Frame(long seq, String text) {
        /// These one after the other, as a JSON array if there are several: a frame with the number of the last.
        public static Frame together(List<Frame> frames) {
            return frames.size() == 1
                    ? frames.getFirst()
                    : new Frame(
                            frames.getLast().seq(),
                            frames.stream().map(Frame::text).collect(Collectors.joining(",", "[", "]")));
        }
    }

    /// The frame after the one numbered `seq`, 0 for the first; empty where there is none yet.
    Optional<Frame> after(long seq);

    /// Whether no frame will be added. Of such a log there is nothing to watch.
    default boolean ended() {
        return true;
    }

    /// Calls `watcher` whenever a frame was added, on the thread that added it: it must not block.
    default void watch(Runnable watcher) {}

    default void unwatch(Runnable watcher) {}

    /// The log of a run that this server has in memory.
    static EventLog of(RunLog run) {
        return new EventLog() {
            @Override
            public Optional<Frame> after(long seq) {
                return run.after(seq).map(EventLog::frame);
            }

            @Override
            public boolean ended() {
                return run.state().ended();
            }

            @Override
            public void watch(Runnable watcher) {
                run.watch(watcher);
            }

            @Override
            public void unwatch(Runnable watcher) {
                run.unwatch(watcher);
            }
        };
    }

    /// A log that was stored.
    ///
    /// @param before the number before that of the first frame
    static EventLog of(long before, List<String> frames) {
        return seq -> {
            long at = seq - before;
            return at >= 0 && at < frames.size()
                    ? Optional.of(new Frame(seq + 1, frames.get((int) at)))
                    : Optional.empty();
        };
    }

    static Frame frame(RunLog.Entry entry) {
        return frame(entry.seq(), entry.at(), entry.event());
    }

    static Frame frame(long seq, Instant at, RunEvent event) {
        String fields = EventLine.write(event).substring(1);
        return new Frame(seq, "{\"seq\":" + seq + ",\"at\":\"" + at + "\"," + fields);
    }
}
