package dev.lanes.run;

import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
import dev.lanes.event.RunState;
import dev.lanes.event.look.MachineCode;
import dev.lanes.event.look.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// A run as those see it who wait for it, wherever it is measured: its numbered events, and the [Run] that they make.
public interface RunLog {

    /// @param seq the event's number: from 1, without gaps
    record Entry(long seq, Instant at, RunEvent event) {}

    String id();

    RunState state();

    /// All that is known of it.
    Run known();

    /// The event after the one numbered `seq`, 0 for the first; empty if there is none yet.
    Optional<Entry> after(long seq);

    /// Calls `watcher` whenever the log has grown, on the thread that made it grow: it must not block.
    void watch(Runnable watcher);

    void unwatch(Runnable watcher);

    /// As [#watch], for the server itself: it is not somebody who waits for the run.
    void follow(Runnable follower);

    void unfollow(Runnable follower);

    /// Somebody looks at the run without watching it.
    void seen();

    /// Somebody looks at the run who will come again within that time, and counts as a watcher until then.
    void seenAgainWithin(Duration time);

    /// Whether the visitor asked for the run, even if they have left it to others since.
    boolean asked(String visitor);

    /// Told after the run has ended, on the thread that ended it.
    CompletionStage<RunState> ended();

    /// Adds what a look into the code of one of its cases has told, after its end: it is no event of the run.
    void looked(String key, MachineCode code, Profile profile);
}
