package dev.lanes.run;

/// What this server does of all that there is to do.
public enum ServerRole {
    /// Everything, by itself or beside others.
    ALL,
    /// Answers visitors; has runs measured by others.
    FRONT,
    /// Measures the runs of others; has no page.
    MEASURER;

    public boolean answers() {
        return this != MEASURER;
    }

    public boolean measures() {
        return this != FRONT;
    }
}
