package dev.lanes.web.http;

import java.time.Duration;

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
public record ClientLimits(
        int runBurst,
        int runsPerMinute,
        int callBurst,
        int callsPerSecond,
        int allCallsPerSecond,
        int sockets,
        int socketsPerClient,
        Duration ping) {}
