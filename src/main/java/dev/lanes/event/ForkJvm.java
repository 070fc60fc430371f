package dev.lanes.event;

import java.util.List;
import java.util.regex.Pattern;

/// The JVM that a case's forks ran in.
///
/// @param key the case
/// @param jvm the executable
/// @param jvmArgs the flags it was started with
public record ForkJvm(
        String key, String jvm, List<String> jvmArgs, String jdkVersion, String vmName, String vmVersion) {
    private static final Pattern NAMES_A_FILE = Pattern.compile(".*=.*[/\\\\].*");

    /// The same JVM as strangers may know it: "java", wherever it is, and without the flags that name a file.
    public ForkJvm withoutPaths() {
        List<String> flags = jvmArgs.stream().filter(flag -> !NAMES_A_FILE.matcher(flag).matches()).toList();
        return new ForkJvm(key, "java", flags, jdkVersion, vmName, vmVersion);
    }
}
