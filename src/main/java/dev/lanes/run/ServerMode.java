package dev.lanes.run;

/// For whom the server measures.
public enum ServerMode {
    /// For the person who started it.
    LOCAL,
    /// For many visitors, who get less of it each.
    HOSTED
}
