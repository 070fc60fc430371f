package dev.lanes.worker.look;

import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.event.look.MachineCode.Reason;
import dev.lanes.event.look.MachineCode;
import dev.lanes.event.look.Profile;
import dev.lanes.machinecode.Frame;
import dev.lanes.machinecode.Isa;
import dev.lanes.machinecode.Listing;
import dev.lanes.profile.Recorded;
import dev.lanes.profile.Sample;
import dev.lanes.profile.Shares;
import dev.lanes.worker.fork.Fork;
import dev.lanes.worker.fork.ForkFlags;
import dev.lanes.worker.fork.ForkResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import jdk.incubator.vector.FloatVector;
import org.openjdk.jmh.util.Version;

/// Looks into the one case of a plan: runs it in a fork whose JVM prints the code it compiles and whose threads are
/// sampled, and reports the machine code and the profile.
public final class Look {
    private static final String NOTHING_FROM_COLD =
            "This variant is timed by a single call in a fresh JVM, most of it before the JIT has compiled anything.";
    private static final String NOTHING_INTERPRETED =
            "The interpreter runs this variant, bytecode by bytecode: the JIT is switched off, so none of it is "
                    + "compiled.";

    private static final int LARGEST_RECORDING = 120_000;

    private final Plan plan;
    private final Plan.Case one;
    private final Consumer<RunEvent> events;
    private final Path log = Path.of(System.getProperty("java.io.tmpdir"), "printed.log");
    private final Path recording = Path.of(System.getProperty("java.io.tmpdir"), "samples.jfr");

    /// @param plan with a single case
    public Look(Plan plan, Consumer<RunEvent> events) {
        this.plan = plan;
        this.one = plan.cases().getFirst();
        this.events = events;
    }

    /// Runs the look; its last event has no verdict.
    ///
    /// @throws dev.lanes.worker.fork.ForkFailure if the fork failed
    public void run() {
        events.accept(new RunEvent.Started(List.of(one.key()), plan.estimateSeconds(), null, null));
        if (one.execution() == Plan.Execution.FROM_COLD) {
            events.accept(new RunEvent.Code(one.key(), MachineCode.none(Reason.FROM_COLD, NOTHING_FROM_COLD, null)));
        } else {
            try {
                look();
            } catch (IOException problem) {
                throw new UncheckedIOException("What the fork left cannot be read", problem);
            }
        }
        events.accept(new RunEvent.Finished(
                null, List.of(), null, List.of(ForkFlags.jvm(plan, one)), Version.getPlainVersion(), null));
    }

    private void look() throws IOException {
        events.accept(new RunEvent.CaseStarted(one.key(), 1));
        boolean compiled = one.execution() == Plan.Execution.COMPILED;
        ForkResult result = new Fork(plan, events)
                .look(one, compiled ? printing() : sampling(), SamplingPass.class, recording.toString());
        Double nsPerOp = result.samples().median();
        Recorded recorded = Files.exists(recording)
                ? Recorded.read(recording, Double.parseDouble(Files.readString(SamplingPass.processorTime(recording))))
                : new Recorded(Profile.Sampler.EXECUTION, List.of(), 0, 0, 0, Double.NaN, Double.NaN);
        MachineCode code = compiled
                ? listing().of(log, hot(recorded), nsPerOp)
                : MachineCode.none(Reason.INTERPRETED, NOTHING_INTERPRETED, nsPerOp);
        events.accept(new RunEvent.Code(one.key(), code));
        events.accept(new RunEvent.Profiled(one.key(), Shares.of(recorded, period(recorded), nsPerOp)));
        if (Files.exists(recording)) {
            tellRecording();
        }
        Files.deleteIfExists(log);
        Files.deleteIfExists(recording);
        Files.deleteIfExists(SamplingPass.processorTime(recording));
    }

    private static Listing listing() {
        Isa isa = Isa.here(FloatVector.SPECIES_PREFERRED.vectorBitSize());
        return new Listing(isa, Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /// Missing if it is too large for a line.
    private void tellRecording() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            Files.copy(recording, gzip);
        }
        String text = Base64.getEncoder().encodeToString(packed.toByteArray());
        if (text.length() <= LARGEST_RECORDING) {
            events.accept(new RunEvent.Recording(one.key(), text));
        }
    }

    private static int period(Recorded recorded) {
        return recorded.sampler() == Profile.Sampler.CPU_TIME
                ? SamplingPass.PERIOD_MICROS
                : SamplingPass.EXECUTION_PERIOD_MICROS;
    }

    /// Line numbers between the places where the JVM can pause, and nothing else.
    private static List<String> sampling() {
        return List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints");
    }

    private List<String> printing() {
        List<String> flags = new ArrayList<>(sampling());
        flags.addAll(List.of(
                "-XX:+LogVMOutput", "-XX:-DisplayVMOutput", "-XX:LogFile=" + log,
                "-XX:CompileCommand=quiet", "-XX:CompileCommand=print,dev/lanes/*.*",
                // A worker's task may be built into the JDK's code that runs it.
                "-XX:CompileCommand=print,java/util/concurrent/*.*"));
        return flags;
    }

    private static Listing.Hot hot(Recorded recorded) {
        Map<String, Double> methods = new HashMap<>();
        Map<Frame, Double> places = new HashMap<>();
        for (Sample sample : recorded.samples()) {
            if (sample.compiledMethod() != null) {
                methods.merge(sample.compiledMethod(), sample.weight(), Double::sum);
            }
            if (sample.line() != null) {
                Frame place = new Frame(sample.line().method(), sample.line().line());
                places.merge(place, sample.weight(), Double::sum);
            }
        }
        // A thread that is in a routine of the JVM for long cannot be looked at: it is busy all the same.
        int unseen = recorded.lost() + recorded.failed();
        int all = recorded.samples().size() + unseen;
        long outside = unseen + recorded.samples().stream().filter(Sample::biased).count();
        return new Listing.Hot(methods, places, all, outside / Math.max(1.0, all));
    }
}
