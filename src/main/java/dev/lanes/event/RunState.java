package dev.lanes.event;

/// Where a run is in its life.
public enum RunState {
    QUEUED,
    RUNNING,
    FINISHED,
    FAILED,
    CANCELLED,
    /// The server ended before the run did.
    INTERRUPTED;

    public boolean ended() {
        return switch (this) {
            case QUEUED, RUNNING -> false;
            case FINISHED, FAILED, CANCELLED, INTERRUPTED -> true;
        };
    }

    /// The state in which an event leaves a run.
    static RunState after(RunEvent event) {
        return switch (event) {
            case RunEvent.Queued _, RunEvent.Restarted _ -> QUEUED;
            case RunEvent.Started _, RunEvent.OfCase _, RunEvent.Answered _, RunEvent.Progress _ -> RUNNING;
            case RunEvent.Finished _ -> FINISHED;
            case RunEvent.Failed _ -> FAILED;
            case RunEvent.Cancelled _ -> CANCELLED;
            case RunEvent.Interrupted _ -> INTERRUPTED;
        };
    }
}
