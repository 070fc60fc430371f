package dev.lanes.run;

/// What the servers have in common cannot be reached now; it may work later.
public final class EngineAwayException extends RuntimeException {
    public EngineAwayException(Throwable cause) {
        super("the engine is not responding", cause);
    }
}
