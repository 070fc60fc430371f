package dev.lanes.event;

import java.util.List;

/// The JVM that a case's forks ran in, without anything of where it is: a result goes anywhere.
///
/// @param key the case
/// @param jvm "java"
/// @param jvmArgs the flags it was started with, but those that name a file
public record ForkJvm(
        String key, String jvm, List<String> jvmArgs, String jdkVersion, String vmName, String vmVersion) {}
