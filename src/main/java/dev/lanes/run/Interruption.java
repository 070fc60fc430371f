package dev.lanes.run;

import dev.lanes.event.Problem;

/// Says how a run's server ended before the run did.
public final class Interruption {
    private static final String TITLE = "Interrupted";

    private Interruption() {}

    static Problem ofWaitingRun() {
        return new Problem(TITLE, "The server was stopped while this run waited in the queue. Nothing was measured.");
    }

    static Problem ofMeasuredRun() {
        return new Problem(TITLE, "The server was stopped while this run was measured.");
    }

    /// Of a run that the server had no time to end.
    public static Problem withoutWarning() {
        return new Problem(TITLE, "The server ended without warning before this run did: it was killed, it crashed, or "
                + "the machine went down.");
    }
}
