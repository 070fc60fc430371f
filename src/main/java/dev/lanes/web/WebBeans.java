package dev.lanes.web;

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
            @ConfigProperty(name = "lanes.web.slow-watcher", defaultValue = "PT10S") Duration slowWatcher) {
        return new WebConfig(burst, requestsPerSecond, bodyLimit, slowWatcher);
    }
}
