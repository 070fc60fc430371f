package dev.lanes.worker.fork;

import dev.lanes.blas.BlasSearch;
import dev.lanes.event.ForkJvm;
import dev.lanes.event.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The flags of a fork. They are always given in full: without them JMH would hand on the flags of its own process.
public final class ForkFlags {
    private ForkFlags() {}

    private static final long MIB = 1 << 20;
    private static final Pattern NAMES_A_FILE = Pattern.compile(".*=.*[/\\\\].*");

    /// The part of a larger heap that is left to young objects: as much as they have of the usual one.
    private static final long YOUNG_MIB = Plan.USUAL_HEAP_BYTES / MIB / 3;

    /// Kernels, what pools are made of, and an experiment that calls the system's code a few times per operation. Loops
    /// of experiments are not among it: one compiled to other code, 1.7 times as fast (docs/decisions/0003).
    private static final List<String> COMPILED_SOON = List.of(
            "dev.lanes.experiment.helps.MemoryCopy", "dev.lanes.kernel.*", "dev.lanes.pool.*", "java.util.concurrent.*",
            "java.lang.VirtualThread*", "jdk.internal.vm.*");

    /// The flags of any fork with such a heap.
    public static List<String> ofAny(long heapBytes) {
        long heap = Math.ceilDiv(heapBytes, MIB);
        List<String> flags = new ArrayList<>(List.of(
                "--add-modules=jdk.incubator.vector",
                // A BLAS library is called without a warning.
                "--enable-native-access=ALL-UNNAMED",
                // Bounds checks of vector loads double the size of a kernel; the tests of the kernels run with them.
                "-Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0",
                // One heap of one size and no collector threads beside the measured ones.
                "-XX:+UseSerialGC", "-Xms" + heap + "m", "-Xmx" + heap + "m",
                // No file in a shared folder that a killed JVM would leave behind.
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")));
        String library = System.getProperty(BlasSearch.PROPERTY);
        if (library != null) {
            flags.add("-D" + BlasSearch.PROPERTY + "=" + library);
        }
        return flags;
    }

    /// The flags for one case of the plan.
    public static List<String> of(Plan plan, Plan.Case one) {
        List<String> flags = ofAny(plan.heapBytes());
        // The classes of an edit come first on the class path, and an archive is for one class path.
        if (plan.edited() == null) {
            ClassArchive.flag().ifPresent(flags::add);
        }
        if (plan.heapBytes() > Plan.USUAL_HEAP_BYTES) {
            flags.add("-Xmn" + YOUNG_MIB + "m");
        }
        if (one.execution() == Plan.Execution.COMPILED) {
            flags.addAll(compiledSoon());
        }
        if (one.execution() == Plan.Execution.INTERPRETED) {
            flags.add("-Xint");
        }
        if (one.pool() == Plan.Pool.VIRTUAL) {
            flags.add("-Djdk.virtualThreadScheduler.parallelism=" + one.workers());
            flags.add("-Djdk.virtualThreadScheduler.maxPoolSize=" + one.workers());
        }
        return flags;
    }

    /// Some timed code is compiled after a tenth of the usual calls: an operation of ten milliseconds that calls a
    /// method four times would otherwise leave it to the interpreter for half a second (docs/decisions/0003).
    private static List<String> compiledSoon() {
        return Stream.concat(
                        Stream.of("quiet"),
                        COMPILED_SOON.stream().map("CompileThresholdScaling,%s::*,0.1"::formatted))
                .map(command -> "-XX:CompileCommand=" + command)
                .toList();
    }

    /// The JVM of the case's forks: JMH starts the one that it runs in itself.
    public static ForkJvm jvm(Plan plan, Plan.Case one) {
        List<String> told = of(plan, one).stream().filter(flag -> !NAMES_A_FILE.matcher(flag).matches()).toList();
        return new ForkJvm(
                one.key(), "java", told, System.getProperty("java.version"),
                System.getProperty("java.vm.name"), System.getProperty("java.vm.version"));
    }
}
