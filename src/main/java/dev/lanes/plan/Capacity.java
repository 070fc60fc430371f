package dev.lanes.plan;

import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.Machine;
import dev.lanes.event.Plan;
import java.util.Locale;
import java.util.Optional;

/// What a machine has room for: the width of its vectors, its processors and cores, how large the heap of a fork may
/// be, and whether it has a BLAS library.
///
/// @param simdBits [#UNKNOWN] where the machine cannot be read, and then nothing is refused
/// @param processors that a fork may use
/// @param cores how many workers can have a core of their own
/// @param heapBytes the largest heap of a fork
/// @param noBlas why there is no BLAS library, as the end of a sentence; empty where there is one
public record Capacity(int simdBits, int processors, int cores, long heapBytes, Optional<String> noBlas) {
    static final int UNKNOWN = 0;

    /// The rest is for the system, the server, the browser, and what a JVM needs besides its heap.
    private static final double SHARE_FOR_THE_HEAP = 0.75;

    /// JMH's own object, and the check's two: one for the baseline and one for the variant.
    private static final int OBJECTS = 3;

    /// What a fork allocates besides: young objects, outputs and the harness.
    private static final long BESIDES = Plan.USUAL_HEAP_BYTES / 2;

    public static Capacity of(Machine machine) {
        return new Capacity(
                machine.simdBits(), machine.usableCpus(), machine.cores(),
                (long) (machine.memoryBytes() * SHARE_FOR_THE_HEAP), Optional.ofNullable(machine.noBlasBecause()));
    }

    /// Of a machine that cannot be read; its cores are those of this process.
    public static Capacity unknown() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Capacity(UNKNOWN, processors, processors, Long.MAX_VALUE, Optional.empty());
    }

    /// The same machine with no larger heap than that.
    Capacity atMost(long bytes) {
        return new Capacity(simdBits, processors, cores, Math.min(heapBytes, bytes), noBlas);
    }

    /// Why the variant cannot run here, as the end of a sentence; empty where it can.
    Optional<String> lack(ExperimentCard.Variant variant) {
        if (variant.needsBlas() && noBlas.isPresent()) {
            return noBlas.map("it needs an OpenBLAS library: "::concat);
        }
        return simdBits == UNKNOWN || variant.vectorBits() <= simdBits
                ? Optional.empty()
                : Optional.of("it needs vectors of %s bits, and this machine has %s".formatted(
                        variant.vectorBits(), simdBits));
    }

    /// The heap that a fork needs for an experiment that keeps so many bytes alive.
    static long heapFor(long workingSetBytes) {
        return Math.max(Plan.USUAL_HEAP_BYTES, OBJECTS * workingSetBytes + BESIDES);
    }

    /// Why a heap of that size cannot be had here, as the end of a sentence; empty where it can.
    public Optional<String> lackOfHeap(long bytes) {
        return bytes <= heapBytes
                ? Optional.empty()
                : Optional.of("needs %s, and this machine lets a run have %s".formatted(
                        gigabytes(bytes), gigabytes(heapBytes)));
    }

    /// In powers of 1024, as memory is sold.
    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }
}
