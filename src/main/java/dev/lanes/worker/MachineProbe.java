package dev.lanes.worker;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.lanes.blas.Blas;
import dev.lanes.blas.BlasSearch;
import dev.lanes.event.Machine;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import jdk.incubator.vector.FloatVector;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;

/// Reads what the measuring process can know of the machine. OSHI knows the ways of each operating system.
final class MachineProbe {
    private static final int C1_AND_C2 = 4;

    private MachineProbe() {}

    static Machine read() {
        SystemInfo system = new SystemInfo();
        HardwareAbstractionLayer hardware = system.getHardware();
        CentralProcessor processor = hardware.getProcessor();
        int simdBits = FloatVector.SPECIES_PREFERRED.vectorBitSize();
        int usableCpus = Runtime.getRuntime().availableProcessors();
        return new Machine(
                processor.getProcessorIdentifier().getName().strip(),
                System.getProperty("os.arch"),
                processor.getLogicalProcessorCount(),
                processor.getPhysicalProcessorCount(),
                usableCpus,
                caches(processor),
                simdBits,
                hardware.getMemory().getTotal(),
                name(system.getOperatingSystem()),
                Runtime.version().toString(),
                System.getProperty("java.vm.name"),
                jit(),
                container(),
                MachineWarnings.of(MachineWarnings.Signs.read(
                        usableCpus, processor.getLogicalProcessorCount(), simdBits, optimising(), fused())),
                BlasSearch.facts()
                        .map(facts -> new Machine.Blas(facts.name(), facts.version(), facts.config(), Blas.threads()))
                        .orElse(null),
                BlasSearch.problem().orElse(null));
    }

    private static String name(OperatingSystem system) {
        return system.getFamily() + " " + system.getVersionInfo().getVersion();
    }

    private static List<Machine.Cache> caches(CentralProcessor processor) {
        List<Machine.Cache> listed = LinuxCaches.read();
        return !listed.isEmpty() ? listed : processor.getProcessorCaches().stream()
                .sorted(Comparator.comparingInt(CentralProcessor.ProcessorCache::getLevel)
                        .thenComparing(CentralProcessor.ProcessorCache::getType))
                .map(cache -> new Machine.Cache(
                        cache.getLevel(), cache.getType().name().toLowerCase(Locale.ROOT), cache.getCacheSize(),
                        cache.getLineSize()))
                .toList();
    }

    private static String jit() {
        return optimising() ? "C1 and C2" : "C1 only";
    }

    /// Whether this JVM has the C2 compiler.
    static boolean optimising() {
        return Integer.parseInt(option("TieredStopAtLevel")) >= C1_AND_C2;
    }

    private static boolean fused() {
        return Boolean.parseBoolean(option("UseFMA"));
    }

    private static String option(String name) {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption(name).getValue();
    }

    private static boolean container() {
        return Files.exists(Path.of("/.dockerenv")) || Files.exists(Path.of("/run/.containerenv"));
    }
}
