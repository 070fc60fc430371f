package dev.lanes.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The settings as they are configured, or else their defaults.
@ApplicationScoped
class WebBeans {

    @Produces
    @Singleton
    WebConfig config(
            @ConfigProperty(name = "lanes.web.burst", defaultValue = "60") int burst,
            @ConfigProperty(name = "lanes.web.requests-per-second", defaultValue = "4") int requestsPerSecond,
            @ConfigProperty(name = "lanes.web.body-limit", defaultValue = "65536") long bodyLimit,
            @ConfigProperty(name = "lanes.web.slow-watcher", defaultValue = "PT10S") Duration slowWatcher,
            @ConfigProperty(name = "lanes.web.refused-input", defaultValue = "PT5S") Duration refusedInput) {
        return new WebConfig(burst, requestsPerSecond, bodyLimit, slowWatcher, refusedInput);
    }

    @Produces
    @Singleton
    ClientLimits clientLimits(
            @ConfigProperty(name = "lanes.web.client.run-burst", defaultValue = "0") int runBurst,
            @ConfigProperty(name = "lanes.web.client.runs-per-minute", defaultValue = "6") int runsPerMinute,
            @ConfigProperty(name = "lanes.web.client.call-burst", defaultValue = "0") int callBurst,
            @ConfigProperty(name = "lanes.web.client.calls-per-second", defaultValue = "20") int callsPerSecond,
            @ConfigProperty(name = "lanes.web.calls-per-second", defaultValue = "0") int allCallsPerSecond,
            @ConfigProperty(name = "lanes.web.sockets", defaultValue = "0") int sockets,
            @ConfigProperty(name = "lanes.web.client.sockets", defaultValue = "0") int socketsPerClient,
            @ConfigProperty(name = "lanes.web.ping", defaultValue = "PT25S") Duration ping) {
        return new ClientLimits(
                runBurst, runsPerMinute, callBurst, callsPerSecond, allCallsPerSecond, sockets, socketsPerClient, ping);
    }
}
