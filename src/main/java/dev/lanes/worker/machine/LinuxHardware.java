package dev.lanes.worker.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The hardware as Linux lists it in `/proc` and `/sys`.
record LinuxHardware(LinuxFiles files) {
    private static final String PROCESSORS = "sys/devices/system/cpu";

    static LinuxHardware ofThisMachine() {
        return new LinuxHardware(LinuxFiles.OF_THIS_MACHINE);
    }

    Hardware read() {
        List<String> cpuinfo = files.lines("proc/cpuinfo");
        List<String> siblings = siblings();
        int listed = (int) cpuinfo.stream().filter(line -> line.matches("processor\\s*:.*")).count();
        return new Hardware(
                CpuName.of(cpuinfo),
                siblings.isEmpty() ? Math.max(listed, Runtime.getRuntime().availableProcessors()) : siblings.size(),
                (int) siblings.stream().distinct().count(),
                LinuxCaches.read(),
                memory().orElseGet(Hardware::memoryOfTheJvm),
                os());
    }

    /// Of each processor that is online, which ones share its core.
    private List<String> siblings() {
        List<String> siblings = new ArrayList<>();
        Path folder = files.path(PROCESSORS);
        if (!Files.isDirectory(folder)) {
            return siblings;
        }
        try (DirectoryStream<Path> processors = Files.newDirectoryStream(folder, "cpu[0-9]*")) {
            for (Path processor : processors) {
                files.firstLine(PROCESSORS + "/" + processor.getFileName() + "/topology/thread_siblings_list")
                        .ifPresent(siblings::add);
            }
        } catch (IOException unreadable) {
            return List.of();
        }
        return siblings;
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
