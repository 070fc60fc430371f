package dev.lanes.store;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The settings under `lanes.store`. Not a `@ConfigMapping`, for the reason given at the settings of `run`.
///
/// @param url of the database, as JDBC has it; empty for an H2 file in the data folder
/// @param server the name under which runs are recorded: servers that share a database need different ones
/// @param patience the longest that one call of the database may take
/// @param keptWaiting how many runs may wait in memory for a database that is away
/// @param runDays how long an ended run is kept; empty for ever
/// @param sharedDays how long a shared result is kept; empty for ever
@Singleton
public record StoreConfig(
        @ConfigProperty(name = "lanes.store.url") Optional<String> url,
        @ConfigProperty(name = "lanes.store.user") Optional<String> user,
        @ConfigProperty(name = "lanes.store.password") Optional<String> password,
        @ConfigProperty(name = "lanes.store.server", defaultValue = "main") String server,
        @ConfigProperty(name = "lanes.store.patience", defaultValue = "PT3S") Duration patience,
        @ConfigProperty(name = "lanes.store.kept-waiting", defaultValue = "200") int keptWaiting,
        @ConfigProperty(name = "lanes.store.run-days") Optional<Integer> runDays,
        @ConfigProperty(name = "lanes.store.shared-days") Optional<Integer> sharedDays) {}
