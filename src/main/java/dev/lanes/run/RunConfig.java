package dev.lanes.run;

import dev.lanes.plan.Limits;

/// The settings under `lanes.run`.
///
/// A record that is produced, not a `@ConfigMapping`: the build would load that interface, and Maven may run on a Java
/// that cannot read the project's classes.
///
/// @param rules who may have how much of the queue
/// @param limits what one run may take
public record RunConfig(QueueRules rules, Limits limits) {}
