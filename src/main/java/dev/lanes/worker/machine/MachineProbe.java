package dev.lanes.worker.machine;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.lanes.blas.Blas;
import dev.lanes.blas.BlasSearch;
import dev.lanes.event.Machine;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import jdk.incubator.vector.FloatVector;

/// Reads what the measuring process can know of the machine.
public final class MachineProbe {
    private static final int C1_AND_C2 = 4;

    private MachineProbe() {}

    public static Machine read() {
        Hardware hardware = Hardware.read();
        ControlGroups groups = ControlGroups.read(LinuxFiles.OF_THIS_MACHINE);
        int simdBits = FloatVector.SPECIES_PREFERRED.vectorBitSize();
        int usableCpus = Runtime.getRuntime().availableProcessors();
        return new Machine(
                hardware.cpuModel(),
                System.getProperty("os.arch"),
                hardware.logicalCores(),
                hardware.physicalCores(),
                usableCpus,
                hardware.caches(),
                simdBits,
                memory(hardware, groups),
                hardware.os(),
                Runtime.version().toString(),
                System.getProperty("java.vm.name"),
                optimising() ? "C1 and C2" : "C1 only",
                LinuxContainer.around(LinuxFiles.OF_THIS_MACHINE),
                MachineWarnings.of(MachineWarnings.Signs.read(
                        usableCpus, hardware, simdBits, optimising(), Boolean.parseBoolean(option("UseFMA")),
                        groups.processors())),
                BlasSearch.facts()
                        .map(facts -> new Machine.Blas(facts.name(), facts.version(), facts.config(), Blas.threads()))
                        .orElse(null),
                BlasSearch.problem().orElse(null));
    }

    /// What the machine has, the JVM sees and the groups leave: whichever is least.
    private static long memory(Hardware hardware, ControlGroups groups) {
        return LongStream.concat(
                        LongStream.of(hardware.memoryBytes(), Hardware.memoryOfTheJvm()),
                        groups.memoryBytes().stream())
                .min()
                .orElseThrow();
    }

    /// Whether this JVM has the C2 compiler.
    public static boolean optimising() {
        return Integer.parseInt(option("TieredStopAtLevel")) >= C1_AND_C2;
    }

    private static String option(String name) {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption(name).getValue();
    }
}
