package dev.lanes.worker.machine;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether a Linux process runs in a container. There is no one sign of it that all engines leave.
final class LinuxContainer {
    private static final List<String> MARKS = List.of(".dockerenv", "run/.containerenv", "run/systemd/container");

    /// How engines name the groups of their containers.
    private static final Pattern GROUP = Pattern.compile("docker|libpod|kubepods|containerd|crio|/lxc|/garden|/ecs/");

    /// Engines put a container's root on an overlay.
    private static final String OVERLAY_AS_ROOT = "(\\S+ ){4}/ .* - overlay .*";

    private LinuxContainer() {}

    static boolean around(LinuxFiles files) {
        return MARKS.stream().anyMatch(mark -> Files.exists(files.path(mark)))
                || Stream.of("proc/self/cgroup", "proc/1/cgroup")
                        .flatMap(file -> files.lines(file).stream())
                        .anyMatch(line -> GROUP.matcher(line).find())
                || files.lines("proc/self/mountinfo").stream().anyMatch(line -> line.matches(OVERLAY_AS_ROOT));
    }
}
