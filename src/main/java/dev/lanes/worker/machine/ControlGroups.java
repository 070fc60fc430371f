package dev.lanes.worker.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What the control groups around this process leave it: of each limit the strictest, whichever group sets it.
///
/// The JVM counts processors in whole ones, and its own figures miss a quota that a group farther out sets.
///
/// @param processors time of how many processors the process may use; a quota halts all threads once it is used up
/// @param memoryBytes memory it may use
record ControlGroups(OptionalDouble processors, OptionalLong memoryBytes) {
    private static final ControlGroups NONE = new ControlGroups(OptionalDouble.empty(), OptionalLong.empty());

    /// More than that means no limit: version 1 writes the largest multiple of a page.
    private static final long NO_LIMIT = 1L << 60;

    static ControlGroups read(LinuxFiles files) {
        return groups(files).stream().map(folder -> limits(files, folder)).reduce(NONE, ControlGroups::stricter);
    }

    /// The folders of the process's groups and of all around them, of every hierarchy.
    private static List<String> groups(LinuxFiles files) {
        List<String> groups = new ArrayList<>();
        List<Membership> memberships = files.lines("proc/self/cgroup").stream().flatMap(Membership::of).toList();
        for (Mount mount : files.lines("proc/self/mountinfo").stream().flatMap(Mount::of).toList()) {
            memberships.stream()
                    .filter(mount::holds)
                    .forEach(one -> groups.addAll(mount.folders(one.path())));
        }
        return groups;
    }

    private static ControlGroups limits(LinuxFiles files, String folder) {
        return new ControlGroups(
                Stream.of(
                                files.firstLine(folder + "/cpu.max").flatMap(ControlGroups::share),
                                files.firstLine(folder + "/cpu.cfs_quota_us")
                                        .flatMap(quota -> files.firstLine(folder + "/cpu.cfs_period_us")
                                                .flatMap(period -> share(quota + " " + period))))
                        .flatMap(Optional::stream)
                        .mapToDouble(Double::doubleValue)
                        .min(),
                Stream.of("memory.max", "memory.limit_in_bytes")
                        .flatMap(file -> files.firstLine(folder + "/" + file).stream())
                        .filter(limit -> limit.matches("\\d{1,19}"))
                        .mapToLong(Long::parseLong)
                        .filter(limit -> limit < NO_LIMIT)
                        .min());
    }

    /// Processors of a quota and a period in µs, such as "150000 100000"; "max" and -1 are no quota.
    private static Optional<Double> share(String quotaAndPeriod) {
        return quotaAndPeriod.matches("\\d+\\s+[1-9]\\d*")
                ? Optional.of(quotaAndPeriod.split("\\s+"))
                        .map(parts -> Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]))
                : Optional.empty();
    }

    private ControlGroups stricter(ControlGroups other) {
        return new ControlGroups(
                Stream.of(processors, other.processors).flatMapToDouble(OptionalDouble::stream).min(),
                Stream.of(memoryBytes, other.memoryBytes).flatMapToLong(OptionalLong::stream).min());
    }

    /// A line of `/proc/self/cgroup`: "4:memory:/a/group", or "0::/a/group" for version 2.
    private record Membership(List<String> controllers, String path) {
        static Stream<Membership> of(String line) {
            String[] parts = line.split(":", 3);
            return parts.length < 3
                    ? Stream.empty()
                    : Stream.of(new Membership(Arrays.asList(parts[1].split(",")), parts[2]));
        }

        boolean ofVersion2() {
            return controllers.equals(List.of(""));
        }
    }

    /// A line of `/proc/self/mountinfo` about control groups.
    ///
    /// @param root the group that is mounted: all, or the container's own
    /// @param options for version 1 the controllers, among others
    private record Mount(String root, String point, boolean ofVersion2, List<String> options) {
        private static final int ROOT = 3;
        private static final int POINT = 4;
        private static final int OPTIONS = 2;

        static Stream<Mount> of(String line) {
            String[] halves = line.split(" - ", 2);
            String[] where = halves[0].split(" ");
            String[] what = halves.length < 2 ? new String[0] : halves[1].split(" ");
            return where.length > POINT && what.length > OPTIONS && what[0].matches("cgroup2?")
                    ? Stream.of(new Mount(
                            where[ROOT], where[POINT], what[0].equals("cgroup2"),
                            Arrays.asList(what[OPTIONS].split(","))))
                    : Stream.empty();
        }

        boolean holds(Membership one) {
            return ofVersion2 ? one.ofVersion2() : !one.ofVersion2() && options.containsAll(one.controllers());
        }

        /// The group's folder and those around it. A path outside of what is mounted is that of the container seen from
        /// the host, and the container's own group is what is mounted.
        List<String> folders(String path) {
            String below = root.equals("/") ? path : path.startsWith(root) ? path.substring(root.length()) : "";
            List<String> folders = new ArrayList<>(List.of(point));
            if (!below.contains("..")) {
                String folder = point;
                for (String name : below.split("/")) {
                    if (!name.isEmpty()) {
                        folder += "/" + name;
                        folders.add(folder);
                    }
                }
            }
            return folders;
        }
    }
}
