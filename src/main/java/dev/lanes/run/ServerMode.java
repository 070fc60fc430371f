package dev.lanes.run;

/// For whom the server measures.
public enum ServerMode {
    /// For whoever started it.
    LOCAL,
    /// For strangers, who get less of it.
    HOSTED
}
