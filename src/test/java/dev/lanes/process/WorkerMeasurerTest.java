package dev.lanes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.BesideOthers;
import dev.lanes.event.Problem;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.Limits;
import dev.lanes.run.FakeWorker;
import dev.lanes.run.FakeWorker.Script;
import dev.lanes.run.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

/// The life of child processes, with a fake in the place of the worker.
@ResourceLock(BesideOthers.PROCESSES_OF_RUNS)
@Timeout(60)
class WorkerMeasurerTest {
    private static final Limits GENEROUS = new Limits(Limits.UNLIMITED, Duration.ofMinutes(1), 1, Duration.ofMinutes(1), 100_000);

    private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
    private final Cancellation cancellation = new Cancellation();

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        assertThat(processesOfRuns()).isEmpty();
        assertThat(folders()).isEmpty();
    }

    @Test
    void theEventsOfTheProcessArePassedOnInTheirOrder() {
        RunEvent last = measure(Script.NORMAL);

        assertThat(last).isInstanceOf(RunEvent.Finished.class);
        assertThat(events).hasSize(15);
        assertThat(events.peek()).isInstanceOfSatisfying(
                RunEvent.Started.class, started -> assertThat(started.machine()).isEqualTo(FakeWorker.MACHINE));
        assertThat(events).filteredOn(RunEvent.Sample.class::isInstance).hasSize(10);
    }

    @Test
    void aCrashIsToldWithTheExitCodeAndTheLastTwentyLines() {
        Problem problem = problem(measure(Script.CRASH));

        assertThat(problem.detail()).contains("code 7").contains("line 11\n").endsWith("line 30");
        assertThat(problem.detail()).doesNotContain("line 10\n");
    }

    @Test
    void runningOutOfMemoryIsToldAsSuch() {
        assertThat(problem(measure(Script.OUT_OF_MEMORY)).title()).containsIgnoringCase("memory");
    }

    @Test
    void anEndWithoutAResultIsAFailure() {
        assertThat(problem(measure(Script.EARLY_END)).detail()).contains("code 0");
    }

    @Test
    void garbageFailsTheRunAndIsShown() {
        assertThat(problem(measure(Script.GARBAGE)).detail()).contains("Hello, world");
        assertThat(problem(measure(Script.WRONG_CASE)).detail()).contains("not-planned");
    }

    @Test
    void aFailureThatTheProcessReportsIsTheRunsOwn() {
        assertThat(problem(measure(Script.FAILURE))).isEqualTo(new Problem("A fork failed", "It says why."));
    }

    @Test
    void silenceIsTakenForAHang() {
        Limits limits = new Limits(Limits.UNLIMITED, Duration.ofMinutes(1), 1, Duration.ofSeconds(1), 100);

        assertThat(problem(measure(Script.SILENT, limits)).detail()).contains(" %d s".formatted(limits.silence().toSeconds()));
    }

    @Test
    void aRunThatTakesTooLongIsEndedHoweverMuchItReports() {
        Limits limits = new Limits(Limits.UNLIMITED, Duration.ofSeconds(1), 0.1, Duration.ofMinutes(1), 100_000);

        assertThat(problem(measure(Script.ENDLESS, limits)).detail())
                .contains(" %d s".formatted(limits.total(Samples.planned(Script.ENDLESS)).toSeconds()));
    }

    @Test
    void tooManyEventsEndTheRun() {
        Limits limits = new Limits(Limits.UNLIMITED, Duration.ofMinutes(1), 1, Duration.ofMinutes(1), 50);

        assertThat(problem(measure(Script.FLOOD, limits)).detail()).contains(" 50 events");
    }

    @Test
    void aProcessThatLivesOnAfterItsLastEventIsKilled() {
        assertThat(measure(Script.LINGERING)).isInstanceOf(RunEvent.Finished.class);
    }

    @Test
    void whatTheProcessLeavesInItsFolderIsRemoved() {
        assertThat(measure(Script.LITTER)).isInstanceOf(RunEvent.Finished.class);
    }

    @Test
    void aCancelledRunLeavesNoProcessBehind() throws Exception {
        CompletableFuture<RunEvent> last = begin(Script.GRANDCHILD);
        ProcessHandle grandchild = grandchildOf(last);
        assertThat(grandchild.isAlive()).isTrue();

        cancellation.request();

        assertThat(last.get()).isInstanceOf(RunEvent.Cancelled.class);
        assertThat(gone(grandchild)).isTrue();
    }

    @Test
    void aKilledProcessFailsTheRunAndItsOwnChildrenAreFound() throws Exception {
        CompletableFuture<RunEvent> last = begin(Script.GRANDCHILD);
        ProcessHandle grandchild = grandchildOf(last);

        grandchild.parent().orElseThrow().destroyForcibly();

        assertThat(problem(last.get()).detail()).contains("signal 9");
        assertThat(gone(grandchild)).isTrue();
    }

    @Test
    void aRunCancelledBeforeItsStartStartsNothing() {
        cancellation.request();

        assertThat(measure(Script.NORMAL)).isInstanceOf(RunEvent.Cancelled.class);
        assertThat(events).isEmpty();
    }

    @Test
    void aProcessThatCannotEvenStartFailsTheRun() {
        WorkerCommand broken = new WorkerCommand(List.of("-XX:NoSuchFlag"), List.of(), "Nothing");
        RunEvent last = new WorkerMeasurer(new WaitingWorker(broken, false), GENEROUS)
                .measure(Samples.planned(Script.NORMAL), events::add, cancellation);

        assertThat(problem(last).detail()).contains("code 1").contains("NoSuchFlag");
    }

    @Test
    void noThreadIsLeftBehind() {
        measure(Script.NORMAL);

        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("lanes-run-"));
    }

    @Test
    void theMachineIsReadOnceAndAFailureIsTriedAgain() throws Exception {
        MachineProbe probe = new MachineProbe(FakeWorker.command());
        assertThat(probe.read().get()).isEqualTo(FakeWorker.MACHINE);
        assertThat(probe.read()).isSameAs(probe.read());

        MachineProbe broken = new MachineProbe(new WorkerCommand(List.of(), List.of(), "Nothing"));
        CompletableFuture<?> first = broken.read();
        assertThat(first).failsWithin(20, TimeUnit.SECONDS)
                .withThrowableOfType(ExecutionException.class).withMessageContaining("Nothing");
        assertThat(broken.read()).isNotSameAs(first).failsWithin(20, TimeUnit.SECONDS);
    }

    private RunEvent measure(Script script) {
        return measure(script, GENEROUS);
    }

    private RunEvent measure(Script script, Limits limits) {
        return new WorkerMeasurer(new WaitingWorker(FakeWorker.command(), false), limits)
                .measure(Samples.planned(script), events::add, cancellation);
    }

    /// On a thread of the test's own: one of the common pool may be taken, or see the classes of an ended application.
    private CompletableFuture<RunEvent> begin(Script script) {
        CompletableFuture<RunEvent> last = new CompletableFuture<>();
        last.completeAsync(() -> measure(script), work -> Thread.ofPlatform().start(work));
        return last;
    }

    private ProcessHandle grandchildOf(CompletableFuture<RunEvent> last) {
        await().atMost(20, TimeUnit.SECONDS).until(() -> last.isDone() || sample().isPresent());
        return sample().flatMap(sample -> ProcessHandle.of(sample.iteration()))
                .orElseThrow(() -> new AssertionError("No grandchild: " + last));
    }

    private Optional<RunEvent.Sample> sample() {
        return events.stream().filter(RunEvent.Sample.class::isInstance).map(RunEvent.Sample.class::cast).findAny();
    }

    private static Problem problem(RunEvent last) {
        assertThat(last).isInstanceOf(RunEvent.Failed.class);
        return ((RunEvent.Failed) last).problem();
    }

    private static List<String> processesOfRuns() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(TempFolder.PREFIX))
                .toList();
    }

    private static boolean gone(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(TempFolder.PREFIX)).toList();
        }
    }
}
