package dev.lanes.web.live;

import dev.lanes.run.RunLog;
import dev.lanes.web.document.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The latest frames of the runs that are watched, so that an event is written once for all who watch its run.
@ApplicationScoped
public class LiveFrames {
    private static final int LATEST = 256;

    private final Map<RunLog, Latest> watched = new ConcurrentHashMap<>();

    /// @param frames each in the place of its number
    private record Latest(Set<Runnable> watchers, AtomicReferenceArray<EventLog.Frame> frames) {
        Latest() {
            this(ConcurrentHashMap.newKeySet(), new AtomicReferenceArray<>(LATEST));
        }

        EventLog.Frame of(RunLog.Entry entry) {
            int place = (int) (entry.seq() % LATEST);
            EventLog.Frame known = frames.get(place);
            if (known != null && known.seq() == entry.seq()) {
                return known;
            }
            EventLog.Frame frame = EventLog.frame(entry);
            frames.set(place, frame);
            return frame;
        }
    }

    EventLog of(RunLog run) {
        EventLog own = EventLog.of(run);
        return new EventLog() {
            @Override
            public Optional<Frame> after(long seq) {
                Latest latest = watched.get(run);
                return latest == null ? own.after(seq) : run.after(seq).map(latest::of);
            }

            @Override
            public boolean ended() {
                return own.ended();
            }

            @Override
            public void watch(Runnable watcher) {
                watched.compute(run, (same, before) -> {
                    Latest latest = before == null ? new Latest() : before;
                    latest.watchers().add(watcher);
                    return latest;
                });
                own.watch(watcher);
            }

            @Override
            public void unwatch(Runnable watcher) {
                own.unwatch(watcher);
                watched.computeIfPresent(run, (same, latest) -> {
                    latest.watchers().remove(watcher);
                    return latest.watchers().isEmpty() ? null : latest;
                });
            }
        };
    }
}
