package dev.lanes.run;

import dev.lanes.event.Problem;

/// How a run's server ended before the run did.
public final class Interruption {
    private static final String TITLE = "Interrupted";

    static final Problem OF_WAITING_RUN =
            new Problem(TITLE, "The server was stopped while this run waited in the queue. Nothing was measured.");
    static final Problem OF_MEASURED_RUN =
            new Problem(TITLE, "The server was stopped while this run was measured.");
    /// Of a run whose machine could not tell of it any more.
    public static final Problem CUT_OFF =
            new Problem(TITLE, "The machine that measured this run lost its connection, and stopped.");
    /// Of a run that no machine is left for.
    public static final Problem WITHOUT_MACHINES = new Problem(TITLE, "No machine of this kind is running any more.");
    /// Of a run that the engine has lost.
    public static final Problem LOST = new Problem(TITLE, "The server lost this run.");
    /// Of a run that begins again.
    public static final Problem STARTED_AGAIN = new Problem(
            "Started again", "The machine that measured this run stopped. What it measured does not count.");
    /// Of a run that is not tried again.
    public static final Problem TOOK_MACHINES_WITH_IT =
            new Problem("Failed", "Two machines stopped while they measured this run.");
    /// Of a run that the server had no time to end.
    public static final Problem WITHOUT_WARNING = new Problem(
            TITLE, "The server ended without warning before this run did: it was killed, it crashed, or the machine "
                    + "went down.");

    private Interruption() {}
}
