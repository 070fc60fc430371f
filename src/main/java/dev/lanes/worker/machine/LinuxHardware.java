package dev.lanes.worker.machine;

import dev.lanes.event.Machine;
import dev.lanes.hardware.LinuxCache;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The hardware as Linux lists it in `/proc` and `/sys`.
record LinuxHardware(LinuxFiles files) {
    private static final String PROCESSORS = "sys/devices/system/cpu";
    private static final String NODES = "sys/devices/system/node";
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /// Cores of one kind may differ by less in how far their clocks may go.
    private static final double OF_ONE_KIND = 0.8;

    Hardware read() {
        List<String> cpuinfo = files.lines("proc/cpuinfo");
        List<String> siblings = siblings();
        int listed = (int) cpuinfo.stream().filter(line -> line.matches("processor\\s*:.*")).count();
        return new Hardware(
                CpuName.of(cpuinfo),
                siblings.isEmpty() ? Math.max(listed, Runtime.getRuntime().availableProcessors()) : siblings.size(),
                (int) siblings.stream().distinct().count(),
                unequal(),
                memoryNodes(),
                caches(),
                memory().orElseGet(Hardware::memoryOfTheJvm),
                os());
    }

    /// Of each processor that is online, which ones share its core.
    private List<String> siblings() {
        return ofEach("topology/thread_siblings_list");
    }

    /// Whether some cores are slower than others by design: Linux lists small ones (x86), or tells of capacities (ARM)
    /// or highest frequencies that differ.
    private boolean unequal() {
        return Files.isDirectory(files.path("sys/devices/cpu_atom"))
                || spread(ofEach("cpu_capacity")) || spread(ofEach("cpufreq/cpuinfo_max_freq"));
    }

    /// How many nodes the memory is divided among; 1 if nothing is listed.
    private int memoryNodes() {
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

    private static List<Machine.Cache> caches() {
        return LinuxCache.ofThisMachine().stream()
                .map(one -> new Machine.Cache(one.level(), one.kind(), one.bytes(), one.lineBytes()))
                .toList();
    }

    /// From a line such as "MemTotal:       24684092 kB".
    private Optional<Long> memory() {
        return files.lines("proc/meminfo").stream()
                .filter(line -> line.matches("MemTotal:\\s+\\d+ kB"))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10);
    }

    private String os() {
        String name = release("NAME").orElse("Linux");
        return release("VERSION_ID").map(version -> name + " " + version)
                .orElseGet(() -> name.equals("Linux") ? name + " " + System.getProperty("os.version") : name);
    }

    /// A value of `/etc/os-release`, such as `NAME="Debian GNU/Linux"`.
    private Optional<String> release(String name) {
        return files.lines("etc/os-release").stream()
                .filter(line -> line.startsWith(name + "="))
                .findFirst()
                .map(line -> line.substring(name.length() + 1).replaceAll("[\"']", "").strip())
                .filter(value -> !value.isEmpty());
    }
}
