package dev.lanes.worker.machine;

import dev.lanes.event.Machine;
import dev.lanes.hardware.LinuxCache;
import java.util.List;
import java.util.Optional;

/// The hardware as Linux lists it in `/proc` and `/sys`.
record LinuxHardware(LinuxFiles files) {
    Hardware read() {
        List<String> cpuinfo = files.lines("proc/cpuinfo");
        LinuxProcessors processors = new LinuxProcessors(files);
        List<String> siblings = processors.siblings();
        int listed = (int) cpuinfo.stream().filter(line -> line.matches("processor\\s*:.*")).count();
        return new Hardware(
                CpuName.of(cpuinfo),
                siblings.isEmpty() ? Math.max(listed, Runtime.getRuntime().availableProcessors()) : siblings.size(),
                (int) siblings.stream().distinct().count(),
                processors.unequal(),
                processors.memoryNodes(),
                caches(),
                memory().orElseGet(Hardware::memoryOfTheJvm),
                os());
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
