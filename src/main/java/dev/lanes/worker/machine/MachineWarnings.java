package dev.lanes.worker.machine;

import dev.lanes.event.Machine.Warning;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// What about a machine can make figures mislead: one rule per warning.
public final class MachineWarnings {
    private static final int NO_VECTORS = 64;
    private static final int NARROW = 256;

    private MachineWarnings() {}

    /// What the rules look at.
    ///
    /// @param fused whether the JVM uses the processor's fused multiply-add
    /// @param quota time of how many processors the control groups grant; empty if they grant all
    /// @param virtual whether a hypervisor runs below the operating system
    /// @param unequalCores whether some cores are slower than others by design
    /// @param memoryNodes how many nodes the memory is divided among
    /// @param governor how Linux chooses the clock's frequency: "performance", "powersave" ...
    record Signs(
            int usableCpus,
            int logicalCores,
            boolean unequalCores,
            int memoryNodes,
            int simdBits,
            boolean optimising,
            boolean fused,
            OptionalDouble quota,
            boolean virtual,
            Optional<String> governor) {

        /// The given figures, and what Linux tells about hypervisor and governor where there is a Linux.
        static Signs read(
                int usableCpus, Hardware hardware, int simdBits, boolean optimising, boolean fused,
                OptionalDouble quota) {
            LinuxFiles files = LinuxFiles.OF_THIS_MACHINE;
            boolean virtual = files.lines("proc/cpuinfo").stream()
                    .filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .filter(line -> Arrays.asList(line.split("\\s+")).contains("hypervisor"))
                    .isPresent();
            return new Signs(
                    usableCpus, hardware.logicalCores(), hardware.unequalCores(), hardware.memoryNodes(), simdBits,
                    optimising, fused, quota, virtual,
                    files.firstLine("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"));
        }
    }

    static List<Warning> of(Signs signs) {
        return Stream.of(
                cpus(signs),
                quota(signs),
                when(signs.virtual(), "virtual-machine",
                        "This is a virtual machine: its processors may be shared with others.",
                        "Believe ratios rather than times, and repeat what matters on a machine of your own."),
                when(signs.unequalCores(), "unequal-cores",
                        "Some cores of this processor are slower than others by design.",
                        "Equal shares wait for the slowest core: expect less than one core's gain from each, and "
                                + "compare one task per item with one chunk per worker."),
                // A page lies on the node of the processor that touched it first.
                when(signs.memoryNodes() > 1, "several-memory-nodes",
                        "The memory is divided among %s nodes, and a worker may read from one that is not its own."
                                .formatted(signs.memoryNodes()),
                        "For large arrays, doubt shares of the memory's limit, or run the server on one node: "
                                + "numactl --cpunodebind=0 --membind=0."),
                powerSaving(signs),
                when(!signs.optimising(), "c1-only", "The measuring JVM has no optimising compiler.",
                        "Take -XX:TieredStopAtLevel and the like out of JAVA_TOOL_OPTIONS."),
                vectors(signs),
                // Without the instruction, Java computes each `fma` in software, number by number: its result is exact.
                when(!signs.fused(), "no-fma", "The JVM finds no fused multiply-add here and computes it in software.",
                        "Expect matrix products on vectors to be far slower than plain loops; let the virtual machine "
                                + "pass FMA through, or use a processor that has it."))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Warning> cpus(Signs signs) {
        if (signs.usableCpus() == 1) {
            return when(true, "one-cpu", "Only one processor can be used here.",
                    "Experiments with threads can show their cost, but no gain; try a machine with more cores.");
        }
        return when(signs.usableCpus() < signs.logicalCores(), "fewer-cpus",
                "Only %s of %s processors can be used here.".formatted(signs.usableCpus(), signs.logicalCores()),
                "Compare speedups with the number of processors that can be used.");
    }

    /// A quota halts every thread for the rest of a period once it is used up.
    private static Optional<Warning> quota(Signs signs) {
        double processors = signs.quota().orElse(Double.POSITIVE_INFINITY);
        return when(processors < signs.logicalCores(), "container-limits",
                String.format(Locale.ROOT,
                        "Programs here may use the time of %.2f processors and are paused when it is used up.",
                        processors),
                "Start it without a processor limit, or measure with fewer workers than the limit.");
    }

    private static Optional<Warning> powerSaving(Signs signs) {
        String governor = signs.governor().map(String::strip).orElse("performance");
        return when(!governor.equals("performance"), "power-saving",
                "The clock's frequency follows the load (governor %s), so early samples can be slower."
                        .formatted(governor),
                "Set the governor to performance while measuring, and plug a laptop in.");
    }

    private static Optional<Warning> vectors(Signs signs) {
        if (signs.simdBits() <= NO_VECTORS) {
            return when(true, "no-vector-unit", "The Vector API finds no vector unit here.",
                    "Vector variants will be slower than plain loops; use a JVM with its C2 compiler.");
        }
        return when(signs.simdBits() < NARROW, "narrow-simd",
                "Vectors are %s bits wide here: a vector holds %s floats."
                        .formatted(signs.simdBits(), signs.simdBits() / Float.SIZE),
                "Expect smaller gains from vectors than on processors with 256 or 512 bits.");
    }

    private static Optional<Warning> when(boolean found, String code, String text, String nextStep) {
        return found ? Optional.of(new Warning(code, text, nextStep)) : Optional.empty();
    }
}
