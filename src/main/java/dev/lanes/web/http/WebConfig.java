package dev.lanes.web.http;

import java.time.Duration;

/// The settings under `lanes.web`. Not a `@ConfigMapping`, for the reason given at the settings of `run`.
///
/// @param burst how many runs may be asked for at once
/// @param requestsPerSecond how many runs a second may be asked for in the long run
/// @param bodyLimit the largest body of a request, in bytes
/// @param slowWatcher how long a watcher may take to accept one event
/// @param refusedInput how long a client may go on sending what is refused, before its connection is closed
public record WebConfig(
        int burst, int requestsPerSecond, long bodyLimit, Duration slowWatcher, Duration refusedInput) {}
