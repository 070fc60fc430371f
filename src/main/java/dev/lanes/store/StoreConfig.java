package dev.lanes.store;

import java.time.Duration;
import java.util.Optional;

/// The settings under `lanes.store`. Not a `@ConfigMapping`, for the reason given at the settings of `run`.
///
/// @param url of the database, as JDBC has it; empty for an H2 file in the data folder
/// @param server the name under which runs are recorded: servers that share a database need different ones
/// @param patience the longest that one call of the database may take
/// @param keptWaiting how many runs may wait in memory for a database that is away
/// @param runs how long an ended run is kept; empty for ever
/// @param shared how long a shared result is kept; empty for ever
public record StoreConfig(
        Optional<String> url,
        Optional<String> user,
        Optional<String> password,
        String server,
        Duration patience,
        int keptWaiting,
        Optional<Duration> runs,
        Optional<Duration> shared) {}
