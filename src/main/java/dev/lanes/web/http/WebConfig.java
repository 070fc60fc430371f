package dev.lanes.web.http;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The settings under `lanes.web`. Not a `@ConfigMapping`, for the reason given at the settings of `run`.
///
/// @param burst how many runs may be asked for at once
/// @param requestsPerSecond how many runs a second may be asked for in the long run
/// @param bodyLimit the largest body of a request, in bytes
/// @param slowWatcher how long a watcher may take to accept one event
/// @param refusedInput how long a client may go on sending what is refused, before its connection is closed
@Singleton
public record WebConfig(
        @ConfigProperty(name = "lanes.web.burst", defaultValue = "60") int burst,
        @ConfigProperty(name = "lanes.web.requests-per-second", defaultValue = "4") int requestsPerSecond,
        @ConfigProperty(name = "lanes.web.body-limit", defaultValue = "65536") long bodyLimit,
        @ConfigProperty(name = "lanes.web.slow-watcher", defaultValue = "PT10S") Duration slowWatcher,
        @ConfigProperty(name = "lanes.web.refused-input", defaultValue = "PT5S") Duration refusedInput) {}
