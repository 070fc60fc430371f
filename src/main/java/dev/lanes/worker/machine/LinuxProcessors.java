package dev.lanes.worker.machine;

import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/// The processors and the nodes of memory as Linux lists them under `/sys`.
record LinuxProcessors(LinuxFiles files) {
    private static final String PROCESSORS = "sys/devices/system/cpu";
    private static final String NODES = "sys/devices/system/node";
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /// Cores of one kind may differ by less in how far their clocks may go.
    private static final double OF_ONE_KIND = 0.8;

    /// Of each processor that is online, which ones share its core.
    List<String> siblings() {
        return ofEach("topology/thread_siblings_list");
    }

    /// Whether some cores are slower than others by design: Linux lists small ones (x86), or tells of capacities (ARM)
    /// or highest frequencies that differ.
    boolean unequal() {
        return Files.isDirectory(files.path("sys/devices/cpu_atom"))
                || spread(ofEach("cpu_capacity")) || spread(ofEach("cpufreq/cpuinfo_max_freq"));
    }

    /// How many nodes the memory is divided among; 1 if nothing is listed.
    int memoryNodes() {
        return Math.max(1, entries(NODES, "node[0-9].*").size());
    }

    private static boolean spread(List<String> values) {
        List<Long> numbers = values.stream().filter(NUMBER.asMatchPredicate()).map(Long::parseLong).toList();
        return !numbers.isEmpty() && Collections.min(numbers) < OF_ONE_KIND * Collections.max(numbers);
    }

    /// The first line of that file of each processor that has one.
    private List<String> ofEach(String file) {
        return entries(PROCESSORS, "cpu[0-9].*").stream()
                .flatMap(processor -> files.firstLine(PROCESSORS + "/" + processor + "/" + file).stream())
                .toList();
    }

    /// Names in the folder; none if it is not there or may not be read.
    private List<String> entries(String folder, String pattern) {
        String[] names = files.path(folder).toFile().list((all, name) -> name.matches(pattern));
        return names == null ? List.of() : List.of(names);
    }
}
