package dev.lanes.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.catalog.ProjectFolder;
import dev.lanes.event.Efforts;
import dev.lanes.event.EffortLevel;
import dev.lanes.event.EventLine;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
import dev.lanes.event.edit.Edit;
import dev.lanes.event.edit.Edited;
import dev.lanes.plan.EditedCases;
import dev.lanes.plan.Limits;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Cancellation;
import dev.lanes.process.Isolation;
import dev.lanes.process.WaitingWorker;
import dev.lanes.process.WorkerCommand;
import dev.lanes.process.WorkerMeasurer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The experiment `Sums` on a bench: edited, compiled, and measured in short forks.
final class Workbench {
    static final String FILE = "dev/lanes/worker/Sums.java";
    private static final Limits LIMITS = new Limits(
            Limits.UNLIMITED, Duration.ofMinutes(3), 4, Duration.ofMinutes(1), 100_000);

    private Workbench() {}

    /// What an edited run came to.
    record Outcome(Run run, List<RunEvent> events, RunEvent last) {
        Run.Case ofKey(String key) {
            return run.cases().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
        }
    }

    static String original() throws IOException {
        return Files.readString(ProjectFolder.find().orElseThrow().resolve("src/test/java").resolve(FILE));
    }

    /// The file with words replaced, each pair once.
    static Edit replaced(String... pairs) throws IOException {
        String text = original();
        for (int at = 0; at < pairs.length; at += 2) {
            if (!text.contains(pairs[at])) {
                throw new IllegalArgumentException("Not in the file: " + pairs[at]);
            }
            int place = text.indexOf(pairs[at]);
            text = text.substring(0, place) + pairs[at + 1] + text.substring(place + pairs[at].length());
        }
        return new Edit(FILE, text);
    }

    static WorkerCommand command() {
        ClassLoader loader = Workbench.class.getClassLoader();
        List<Path> classPath = new ArrayList<>(WorkerCommand.flatClassPath(loader));
        classPath.add(Path.of(Workbench.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
        return new WorkerCommand(
                List.of("--add-modules=jdk.incubator.vector", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                        "-XX:-UsePerfData"),
                classPath, "dev.lanes.worker.Worker");
    }

    /// Original and edit of each of the variants, in one fork each.
    static Outcome measure(Edit edit, String... methods) throws InterruptedException {
        return measure(edit, false, methods);
    }

    /// The same the other way round: the edit's classes are what was compiled before.
    static Outcome measureBefore(Edit edit, String... methods) throws InterruptedException {
        return measure(edit, true, methods);
    }

    private static Outcome measure(Edit edit, boolean before, String... methods) throws InterruptedException {
        Compiled compiled = compiledHere(edit);
        if (!compiled.ok()) {
            throw new IllegalArgumentException(compiled.problems().toString());
        }
        List<Plan.Case> cases = Arrays.stream(methods)
                .map(method -> Plans.compiled(method, method, method, Plan.Pool.SEQUENTIAL, 1))
                .toList();
        Plan plan = Plans.plan(
                "dev.lanes.worker.Sums", Map.of("count", "50000"), cases, Efforts.exactly(1, 1, 2, 20), 1);
        Run.Request request = new Run.Request(
                "sums", Map.of("count", 50000L), List.of(methods), List.of(), List.of(), EffortLevel.QUICK, null,
                null, null);
        PlannedRun planned = EditedCases.beside(
                new PlannedRun(request, plan), new Edited(List.of(edit), compiled.classes(), before),
                any -> true);
        return measured(planned);
    }

    /// What the compiler's process prints for it, without that process.
    static Compiled compiledHere(Edit edit) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        CompilerMain.compile(List.of(edit), new PrintStream(lines, true, StandardCharsets.UTF_8));
        List<CompilerLine> told = lines.toString(StandardCharsets.UTF_8).lines()
                .map(line -> EventLine.read(line, CompilerLine.class))
                .toList();
        assertThat(told).last().matches(CompilerLine::done);
        return new Compiled(
                told.stream().filter(line -> line.path() != null)
                        .collect(Collectors.toMap(CompilerLine::path, CompilerLine::bytes)),
                told.stream().map(CompilerLine::problem).filter(Objects::nonNull).toList());
    }

    private static Outcome measured(PlannedRun planned) {
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        RunEvent last = new WorkerMeasurer(
                        new WaitingWorker(command().behind(Isolation.ofEditedCode()), false), LIMITS)
                .measure(planned, events::add, new Cancellation());
        Run run = Run.asked("r1", planned.settings(), planned.plan(), Instant.EPOCH);
        for (RunEvent event : events) {
            run = run.after(event, Instant.EPOCH);
        }
        return new Outcome(run.after(last, Instant.EPOCH), events, last);
    }
}
