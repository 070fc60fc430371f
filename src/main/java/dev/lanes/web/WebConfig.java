package dev.lanes.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The settings under `lanes.web`.
@ConfigMapping(prefix = "lanes.web")
interface WebConfig {

    /// How many runs may be asked for at once.
    @WithDefault("60")
    int burst();

    /// How many runs a second may be asked for in the long run.
    @WithDefault("4")
    int requestsPerSecond();

    /// The largest body of a request, in bytes.
    @WithDefault("65536")
    long bodyLimit();

    /// How long a watcher may take to accept one event.
    @WithDefault("PT10S")
    Duration slowWatcher();
}
