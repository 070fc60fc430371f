package dev.lanes.web.http;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How much of the server one client may take, and all of them together. 0 stands for as much as it likes.
///
/// @param runBurst how many runs a client may ask for at once
/// @param runsPerMinute how many runs a minute a client may ask for in the long run
/// @param callBurst how many calls of the API a client may make at once
/// @param callsPerSecond how many calls a second a client may make in the long run
/// @param allCallsPerSecond the same for all clients; ten times as many at once
/// @param sockets how many watchers there may be
/// @param socketsPerClient how many of them may be one client's
/// @param ping how often a watcher is asked for a sign of life; it may leave out two
@Singleton
public record ClientLimits(
        @ConfigProperty(name = "lanes.web.client.run-burst", defaultValue = "0") int runBurst,
        @ConfigProperty(name = "lanes.web.client.runs-per-minute", defaultValue = "6") int runsPerMinute,
        @ConfigProperty(name = "lanes.web.client.call-burst", defaultValue = "0") int callBurst,
        @ConfigProperty(name = "lanes.web.client.calls-per-second", defaultValue = "20") int callsPerSecond,
        @ConfigProperty(name = "lanes.web.calls-per-second", defaultValue = "0") int allCallsPerSecond,
        @ConfigProperty(name = "lanes.web.sockets", defaultValue = "0") int sockets,
        @ConfigProperty(name = "lanes.web.client.sockets", defaultValue = "0") int socketsPerClient,
        @ConfigProperty(name = "lanes.web.ping", defaultValue = "PT25S") Duration ping) {}
