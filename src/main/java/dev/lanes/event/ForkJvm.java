package dev.lanes.event;

import java.util.List;

/// The JVM that a case's forks ran in.
///
/// @param key the case
/// @param jvm the executable
/// @param jvmArgs the flags it was started with
public record ForkJvm(
        String key, String jvm, List<String> jvmArgs, String jdkVersion, String vmName, String vmVersion) {}
