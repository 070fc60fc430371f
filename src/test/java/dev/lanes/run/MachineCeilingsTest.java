package dev.lanes.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.data.DataFolder;
import dev.lanes.event.Machine;
import dev.lanes.event.Problem;
import dev.lanes.process.Cancellation;
import dev.lanes.process.WorkerCommand;
import dev.lanes.run.CeilingMeasuring.Outcome;
import dev.lanes.run.MachineCeilings.Asking;
import dev.lanes.run.MachineCeilings.Known;
import dev.lanes.run.MachineCeilings.State;
import dev.lanes.run.MachineCeilings.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MachineCeilingsTest {
    private static final Duration SOON = Duration.ofMillis(30);
    private static final Outcome MEASURED = new Outcome.Measured(FakeWorker.CEILINGS);

    @TempDir
    Path temp;

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private MachineCeilings ceilings;

    @AfterEach
    void close() {
        ceilings.close();
    }

    @Test
    void theyAreMeasuredOnceTheServerIsIdleAndKeptForTheNextStart() {
        outcomes.add(MEASURED);
        open(When.IDLE);
        await().until(() -> state() == State.MEASURED);
        assertThat(ceilings.known().ceilings()).isEqualTo(FakeWorker.CEILINGS);
        ceilings.close();

        open(When.IDLE);
        await().until(() -> state() == State.MEASURED);
        assertThat(begun).hasValue(1);
    }

    @Test
    void anotherMachineOrJvmHasCeilingsOfItsOwn() {
        CeilingFile file = file(temp);
        file.keep(FakeWorker.MACHINE, FakeWorker.CEILINGS);

        assertThat(file.find(FakeWorker.MACHINE)).contains(FakeWorker.CEILINGS);
        Machine here = FakeWorker.MACHINE;
        assertThat(file.find(new Machine(
                here.cpuModel(), here.architecture(), here.logicalCores(), here.physicalCores(), here.usableCpus(),
                here.caches(), here.simdBits(), here.memoryBytes(), here.os(), "26", here.jvmName(), here.jit(),
                here.container(), here.warnings(), here.blas(), here.noBlasBecause()))).isEmpty();
        ceilings = new MachineCeilings(When.OFF, SOON, SOON, () -> here, file, end -> MEASURED);
    }

    @Test
    void aRunEndsTheMeasuringWhichIsTriedAgainWhenTheServerIsIdle() throws InterruptedException {
        open(When.IDLE);
        await().until(() -> begun.get() == 1);
        assertThat(state()).isEqualTo(State.MEASURING);

        ceilings.runBegins();
        assertThat(ended).as("nothing is left when the run may begin").hasValue(1);
        await("none begins beside a run").during(SOON.multipliedBy(5)).until(() -> begun.get() == 1);
        assertThat(state()).isEqualTo(State.NONE);

        outcomes.add(MEASURED);
        ceilings.runEnded();
        await().until(() -> state() == State.MEASURED);
        assertThat(begun).hasValue(2);
    }

    @Test
    void whoAsksHasThemMeasuredAnewUnlessARunOrAMeasuringGoesOn() throws InterruptedException {
        open(When.ASKED);
        await().during(SOON.multipliedBy(3)).until(() -> begun.get() == 0);

        ceilings.runBegins();
        assertThat(ceilings.measureAnew()).isEqualTo(Asking.BUSY);
        ceilings.runEnded();
        assertThat(ceilings.measureAnew()).isEqualTo(Asking.ACCEPTED);
        assertThat(ceilings.measureAnew()).isEqualTo(Asking.UNDER_WAY);
        await().until(() -> begun.get() == 1);
        assertThat(ceilings.measureAnew()).isEqualTo(Asking.UNDER_WAY);
        outcomes.add(MEASURED);
        await().until(() -> state() == State.MEASURED);
    }

    @Test
    void switchedOffNothingIsMeasuredAndTheFileIsNotRead() {
        file(temp).keep(FakeWorker.MACHINE, FakeWorker.CEILINGS);
        open(When.OFF);

        await().during(SOON.multipliedBy(3)).until(() -> begun.get() == 0);
        assertThat(ceilings.measureAnew()).isEqualTo(Asking.SWITCHED_OFF);
        assertThat(state()).isEqualTo(State.NONE);
    }

    @Test
    void aFailureIsToldAndNotRepeatedUntilSomebodyAsks() {
        outcomes.add(new Outcome.Failed(new Problem("Out of memory", "It says why.")));
        open(When.IDLE);
        await().until(() -> state() == State.FAILED);
        assertThat(ceilings.known().problem().title()).isEqualTo("Out of memory");
        await().during(SOON.multipliedBy(3)).until(() -> begun.get() == 1);

        outcomes.add(MEASURED);
        assertThat(ceilings.measureAnew()).isEqualTo(Asking.ACCEPTED);
        await().until(() -> state() == State.MEASURED);
        assertThat(ceilings.known().problem()).isNull();
    }

    @Test
    void whatCannotBeRightIsMeasuredAgainAfterPausesThatGrow() {
        Problem problem = new Problem("The ceilings could not be measured", "L2 came out faster than L1.");
        outcomes.add(new Outcome.Doubtful(problem));
        outcomes.add(new Outcome.Doubtful(problem));
        Duration pause = Duration.ofMillis(1_500);
        ceilings = new MachineCeilings(
                When.IDLE, SOON, pause, () -> FakeWorker.MACHINE, file(temp), this::measure);

        await().until(() -> state() == State.FAILED);
        Known first = ceilings.known();
        assertThat(first.problem()).isEqualTo(problem);
        assertThat(Duration.between(Instant.now(), first.again())).isPositive().isLessThanOrEqualTo(pause);
        await().until(() -> begun.get() == 2 && state() == State.FAILED);
        assertThat(Instant.now()).as("not before the time that was told").isAfterOrEqualTo(first.again());
        assertThat(Duration.between(Instant.now(), ceilings.known().again()))
                .isGreaterThan(pause).isLessThanOrEqualTo(pause.multipliedBy(2));

        outcomes.add(MEASURED);
        await().until(() -> state() == State.MEASURED);
        assertThat(ceilings.known().problem()).isNull();
        assertThat(ceilings.known().again()).isNull();
    }

    @Test
    void anErrorWhileTheyAreMeasuredIsAFailureAndHoldsUpNoRun() throws InterruptedException {
        CompletableFuture<Void> told = new CompletableFuture<>();
        ceilings = new MachineCeilings(When.IDLE, SOON, SOON, () -> FakeWorker.MACHINE, file(temp), end -> {
            if (begun.incrementAndGet() == 1) {
                end.onRequest(() -> told.complete(null));
                told.join();
                throw new IllegalStateException("Unable to open /proc");
            }
            return MEASURED;
        });
        await().until(() -> begun.get() == 1);

        ceilings.runBegins();
        ceilings.runEnded();

        await().until(() -> state() == State.MEASURED);
    }

    @Test
    void anErrorThatNobodyAskedForIsToldAndTriedAgainWhenAsked() {
        ceilings = new MachineCeilings(When.IDLE, SOON, SOON, () -> FakeWorker.MACHINE, file(temp), end -> {
            if (begun.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("broken");
            }
            return MEASURED;
        });

        await().until(() -> state() == State.FAILED);
        assertThat(ceilings.measureAnew()).isEqualTo(Asking.ACCEPTED);
        await().until(() -> state() == State.MEASURED);
    }

    @Test
    void aMachineThatCannotBeReadIsReadAgainLater() {
        AtomicInteger readings = new AtomicInteger();
        outcomes.add(MEASURED);
        ceilings = new MachineCeilings(When.IDLE, SOON, SOON, () -> {
            if (readings.incrementAndGet() < 3) {
                throw new ExecutionException(new IOException("Nothing was heard"));
            }
            return FakeWorker.MACHINE;
        }, file(temp), this::measure);

        await().until(() -> state() == State.MEASURED);
        assertThat(readings).hasValue(3);
    }

    @Test
    void whoAsksWhereTheMachineCannotBeReadIsToldSo() {
        ceilings = new MachineCeilings(When.ASKED, SOON, SOON, () -> {
            throw new ExecutionException(new IOException("Nothing was heard"));
        }, file(temp), this::measure);
        await().until(() -> state() == State.FAILED);

        assertThat(ceilings.measureAnew()).isEqualTo(Asking.ACCEPTED);

        await().until(() -> state() == State.FAILED);
        assertThat(ceilings.known().again()).isNull();
        assertThat(begun).hasValue(0);
    }

    @Test
    void whoHasThemMeasuredOnlyWhenAskedIsNotPromisedAnotherTry() {
        outcomes.add(new Outcome.Doubtful(new Problem("The ceilings could not be measured", "It says why.")));
        open(When.ASKED);
        assertThat(ceilings.measureAnew()).isEqualTo(Asking.ACCEPTED);

        await().until(() -> state() == State.FAILED);
        assertThat(ceilings.known().again()).isNull();
        await().during(SOON.multipliedBy(5)).until(() -> begun.get() == 1);
    }

    @Test
    void aFolderThatCannotBeWrittenDoesNotHinder() throws IOException {
        Path occupied = Files.writeString(temp.resolve("file"), "in the way");
        outcomes.add(MEASURED);
        ceilings = new MachineCeilings(
                When.IDLE, SOON, SOON, () -> FakeWorker.MACHINE, file(occupied), this::measure);

        await().until(() -> state() == State.MEASURED);
        assertThat(occupied).hasContent("in the way");
    }

    @Test
    void aFileThatIsNotUnderstoodIsWrittenAnew() throws IOException {
        Files.writeString(temp.resolve("ceilings.json"), "{ \"half of");
        CeilingFile file = file(temp);

        assertThat(file.find(FakeWorker.MACHINE)).isEmpty();
        file.keep(FakeWorker.MACHINE, FakeWorker.CEILINGS);
        assertThat(file(temp).find(FakeWorker.MACHINE)).contains(FakeWorker.CEILINGS);
        assertThat(temp.toFile().list()).containsExactly("ceilings.json");
        ceilings = new MachineCeilings(When.OFF, SOON, SOON, () -> FakeWorker.MACHINE, file, end -> MEASURED);
    }

    @Test
    void closingEndsTheMeasuring() {
        open(When.IDLE);
        await().until(() -> begun.get() == 1);

        ceilings.close();

        assertThat(ended).hasValue(1);
        assertThat(ceilings.measureAnew()).isEqualTo(Asking.SWITCHED_OFF);
    }

    @Test
    void theRealProcessMeasuresAndIsEndedWithAllThatItStarted() {
        open(When.OFF);
        CeilingMeasuring real = CeilingMeasuring.by(FakeWorker.command(), Duration.ofSeconds(20));

        assertThat(real.measure(new Cancellation())).isEqualTo(MEASURED);

        Cancellation atOnce = new Cancellation();
        atOnce.request();
        assertThat(real.measure(atOnce)).isEqualTo(new Outcome.Ended());
        assertThat(ProcessHandle.current().children()
                .filter(child -> child.info().commandLine().orElse("").contains("--ceilings"))).isEmpty();
    }

    @Test
    void aProcessThatTakesTooLongOrDiesIsAFailure() {
        open(When.OFF);

        Outcome late = CeilingMeasuring.by(FakeWorker.command(), Duration.ofMillis(1)).measure(new Cancellation());
        WorkerCommand none = new WorkerCommand(List.of(), List.of(), "dev.lanes.Nobody");
        Outcome dead = CeilingMeasuring.by(none, Duration.ofSeconds(20)).measure(new Cancellation());

        assertThat(late).isInstanceOfSatisfying(Outcome.Failed.class,
                failed -> assertThat(failed.problem().detail()).contains(" 0 s"));
        assertThat(dead).isInstanceOfSatisfying(Outcome.Failed.class,
                failed -> assertThat(failed.problem().detail()).contains("code 1"));
    }

    @Test
    void aProcessWhoseFiguresCannotBeRightSaysSoInItsLastLine() {
        open(When.OFF);
        WorkerCommand doubtful = FakeWorker.command().with("-D" + FakeWorker.DOUBT + "=true");

        Outcome outcome = CeilingMeasuring.by(doubtful, Duration.ofSeconds(20)).measure(new Cancellation());

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Doubtful.class,
                doubt -> assertThat(doubt.problem().detail()).isEqualTo(FakeWorker.DOUBT_IN_WORDS));
    }

    private void open(When when) {
        ceilings = new MachineCeilings(when, SOON, SOON, () -> FakeWorker.MACHINE, file(temp), this::measure);
    }

    private State state() {
        return ceilings.known().state();
    }

    /// Ends with the next outcome that is given, or when it is told to.
    private Outcome measure(Cancellation end) {
        begun.incrementAndGet();
        end.onRequest(() -> outcomes.add(new Outcome.Ended()));
        try {
            return outcomes.take();
        } catch (InterruptedException interruption) {
            return new Outcome.Ended();
        } finally {
            ended.incrementAndGet();
        }
    }

    private static CeilingFile file(Path folder) {
        return new CeilingFile(DataFolder.of(Optional.of(folder.toString())));
    }
}
