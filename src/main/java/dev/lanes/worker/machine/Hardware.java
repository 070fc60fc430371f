package dev.lanes.worker.machine;

import com.sun.management.OperatingSystemMXBean;
import dev.lanes.event.Machine;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.software.os.OperatingSystem;

/// What a machine is made of, whatever a container leaves of it.
///
/// @param cpuModel never empty
/// @param physicalCores 0 if it cannot be read
/// @param unequalCores whether some cores are slower than others by design
/// @param memoryNodes how many nodes the memory is divided among; 1 where nothing tells
/// @param os its name and version
public record Hardware(
        String cpuModel, int logicalCores, int physicalCores, boolean unequalCores, int memoryNodes,
        List<Machine.Cache> caches, long memoryBytes, String os) {

    public Hardware {
        cpuModel = cpuModel.isBlank() ? System.getProperty("os.arch") + " processor" : cpuModel.strip();
    }

    /// Linux tells it in files. OSHI knows the ways of the other systems, by a native library.
    public static Hardware read() {
        return System.getProperty("os.name").equals("Linux")
                ? new LinuxHardware(LinuxFiles.OF_THIS_MACHINE).read()
                : orJavas(Hardware::ofOshi);
    }

    /// What is read there, or what Java itself knows if the native library for it cannot be loaded.
    static Hardware orJavas(Supplier<Hardware> reading) {
        try {
            return reading.get();
        } catch (LinkageError noLibrary) {
            return new Hardware(
                    "", Runtime.getRuntime().availableProcessors(), 0, false, 1, List.of(), memoryOfTheJvm(),
                    System.getProperty("os.name") + " " + System.getProperty("os.version"));
        }
    }

    /// The memory that this JVM may use: a container's, if there is a limit that the JVM sees.
    static long memoryOfTheJvm() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    private static Hardware ofOshi() {
        SystemInfo system = new SystemInfo();
        CentralProcessor processor = system.getHardware().getProcessor();
        OperatingSystem os = system.getOperatingSystem();
        return new Hardware(
                processor.getProcessorIdentifier().getName(),
                processor.getLogicalProcessorCount(),
                processor.getPhysicalProcessorCount(),
                processor.getPhysicalProcessors().stream()
                        .map(CentralProcessor.PhysicalProcessor::getEfficiency).distinct().count() > 1,
                (int) Math.max(1, processor.getLogicalProcessors().stream()
                        .map(CentralProcessor.LogicalProcessor::getNumaNode).distinct().count()),
                processor.getProcessorCaches().stream()
                        .sorted(Comparator.comparingInt(CentralProcessor.ProcessorCache::getLevel)
                                .thenComparing(CentralProcessor.ProcessorCache::getType))
                        .map(cache -> new Machine.Cache(
                                cache.getLevel(), cache.getType().name().toLowerCase(Locale.ROOT),
                                cache.getCacheSize(), cache.getLineSize()))
                        .toList(),
                system.getHardware().getMemory().getTotal(),
                os.getFamily() + " " + os.getVersionInfo().getVersion());
    }
}
