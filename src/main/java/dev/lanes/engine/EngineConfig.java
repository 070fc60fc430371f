package dev.lanes.engine;

import dev.lanes.run.ServerRole;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The settings under `lanes.engine`.
///
/// @param url of the engine; empty for a server that works alone
/// @param lease after this long without a sign of its machine a run is given to another
@Singleton
record EngineConfig(
        @ConfigProperty(name = "lanes.engine.url") Optional<String> url,
        @ConfigProperty(name = "lanes.engine.lease", defaultValue = "PT45S") Duration lease) {
    private static final Pattern REDIS = Pattern.compile("rediss?://.+");

    Times times() {
        return new Times(lease);
    }

    /// @throws ConfigurationException if a server of that role cannot work
    void check(ServerRole role) {
        if (url.isEmpty() && role != ServerRole.ALL) {
            throw new ConfigurationException("lanes.role=%s needs an engine: set lanes.engine.url, such as "
                    .formatted(role.name().toLowerCase(Locale.ROOT)) + "redis://engine:6379.");
        }
        if (url.isPresent() && !REDIS.matcher(url.get()).matches()) {
            throw new ConfigurationException(
                    "lanes.engine.url must be an address such as redis://engine:6379, or rediss:// for TLS.");
        }
    }
}
