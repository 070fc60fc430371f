package dev.lanes.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The settings under `lanes.run`.
@ConfigMapping(prefix = "lanes.run")
interface RunConfig {

    /// How many runs may wait.
    @WithDefault("8")
    int queue();

    /// How many ended runs are remembered.
    @WithDefault("100")
    int kept();

    /// The time every run may take, however short its estimate.
    @WithDefault("PT5M")
    Duration timeLimit();

    /// How many times its estimate a run may take.
    @WithDefault("4")
    double timesEstimate();

    /// How long a run may go without an event.
    @WithDefault("PT1M")
    Duration silenceLimit();

    /// How many events a run may report.
    @WithDefault("100000")
    int events();
}
