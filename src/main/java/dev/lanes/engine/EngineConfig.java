package dev.lanes.engine;

import dev.lanes.run.ServerRole;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The settings under `lanes.engine`.
///
/// @param url of the engine; empty for a server that works alone
record EngineConfig(Optional<String> url, Times times) {
    private static final Pattern REDIS = Pattern.compile("rediss?://.+");

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
