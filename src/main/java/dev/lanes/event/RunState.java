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
            case RunEvent.Queued queued -> QUEUED;
            case RunEvent.Restarted restarted -> QUEUED;
            case RunEvent.Started started -> RUNNING;
            case RunEvent.OfCase ofCase -> RUNNING;
            case RunEvent.Answered answered -> RUNNING;
            case RunEvent.Progress progress -> RUNNING;
            case RunEvent.Finished finished -> FINISHED;
            case RunEvent.Failed failed -> FAILED;
            case RunEvent.Cancelled cancelled -> CANCELLED;
            case RunEvent.Interrupted interrupted -> INTERRUPTED;
        };
    }
}
