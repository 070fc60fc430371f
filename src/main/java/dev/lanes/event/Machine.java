package dev.lanes.event;

import java.util.List;

/// The machine as the measuring process sees it.
///
/// @param physicalCores 0 where it cannot be read
/// @param usableCpus processors this process may use, container limits included
/// @param simdBits width of a vector register that the Vector API prefers
/// @param memoryBytes main memory
/// @param jit the compilers of the measuring JVM: "C1 and C2" or "C1 only"
/// @param container whether the process runs in a container
/// @param blas the BLAS library that variants call; null where there is none
/// @param noBlasBecause why there is none and what can be done, as the end of a sentence; null where there is one
public record Machine(
        String cpuModel,
        String architecture,
        int logicalCores,
        int physicalCores,
        int usableCpus,
        List<Cache> caches,
        int simdBits,
        long memoryBytes,
        String os,
        String javaVersion,
        String jvmName,
        String jit,
        boolean container,
        List<Warning> warnings,
        Blas blas,
        String noBlasBecause) {

    /// How many workers can have a core of their own: two hardware threads of one core share it, and a container may
    /// have fewer.
    public int cores() {
        return cores(usableCpus, physicalCores);
    }

    /// The same, before there is a record.
    ///
    /// @param physicalCores 0 where it cannot be read
    public static int cores(int usableCpus, int physicalCores) {
        return physicalCores > 0 ? Math.min(usableCpus, physicalCores) : usableCpus;
    }

    /// @param kind "data", "instruction" or "unified"
    /// @param bytes size of one such cache
    /// @param lineBytes size of a cache line
    public record Cache(int level, String kind, long bytes, int lineBytes) {}

    /// A BLAS library, as it describes itself.
    ///
    /// @param version empty where it does not say
    /// @param config how it was built and which of its kernels it chose
    /// @param threads how many it uses where nothing sets their number
    public record Blas(String name, String version, String config, int threads) {}

    /// Something about the machine that can make figures mislead, in the form of [Trust.Reason].
    public record Warning(String code, String text, String nextStep) {}
}
