package dev.lanes.run;

/// The settings under `lanes.run`.
///
/// A record that is produced, not a `@ConfigMapping`: the build would load that interface, and Maven may run on a Java
/// that cannot read the project's classes.
///
/// @param queue how many runs may wait
/// @param kept how many ended runs are remembered
/// @param limits what one run may take
record RunConfig(int queue, int kept, Limits limits) {}
