package dev.lanes.web.http;

import dev.lanes.run.RunDesk;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalLong;

/// Lets a burst of requests through, then only a few a second, of each client and of all together, as they share one
/// machine.
@ApplicationScoped
public class Throttle {
    private static final String ALL = "";
    private static final int BURST_OF_ALL = 10;

    private final Clients clients;
    private final ClientLimits limits;
    private final RunDesk desk;
    private final ClientBuckets allRuns;
    private final ClientBuckets runs;
    private final ClientBuckets allCalls;
    private final ClientBuckets calls;

    Throttle(WebConfig config, Clients clients, ClientLimits limits, RunDesk desk) {
        this.clients = clients;
        this.limits = limits;
        this.desk = desk;
        Duration second = Duration.ofSeconds(1);
        allRuns = ClientBuckets.of(config.burst(), config.requestsPerSecond(), second);
        runs = ClientBuckets.of(limits.runBurst(), limits.runsPerMinute(), Duration.ofMinutes(1));
        allCalls = ClientBuckets.of(BURST_OF_ALL * limits.allCallsPerSecond(), limits.allCallsPerSecond(), second);
        calls = ClientBuckets.of(limits.callBurst(), limits.callsPerSecond(), second);
    }

    /// @return who makes the call
    /// @throws ProblemException with status 429 where there were too many
    public String enter(HttpServerRequest request) {
        String client = clients.of(request);
        waitOfRun(client).ifPresent(seconds -> {
            throw new ProblemException(
                    429, "You requested many runs in a short time. Try again in " + seconds + " s.", seconds);
        });
        allRuns.waitOf(ALL).ifPresent(seconds -> {
            throw new ProblemException(
                    429, "Too many runs were requested. Try again in " + seconds + " s.", seconds);
        });
        return client;
    }

    /// What this server knows, then what all together do.
    private OptionalLong waitOfRun(String client) {
        OptionalLong here = runs.waitOf(client);
        return here.isPresent() || limits.runBurst() == 0
                ? here
                : desk.waitOf(client, limits.runBurst(), limits.runsPerMinute());
    }

    /// How many seconds a client has to wait before it may make any call at all; empty where it need not.
    OptionalLong waitOfCall(String client) {
        OptionalLong own = calls.waitOf(client);
        return own.isPresent() ? own : allCalls.waitOf(ALL);
    }
}
