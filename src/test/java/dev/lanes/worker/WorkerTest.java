package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lanes.BesideOthers;
import dev.lanes.event.Efforts;
import dev.lanes.event.EventLine;
import dev.lanes.event.Fit;
import dev.lanes.event.ForkJvm;
import dev.lanes.event.Machine;
import dev.lanes.event.Operation;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Verdict;
import dev.lanes.worker.fork.ForkFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The measuring process as the server starts it, with real forks of JMH.
@Tag("forked")
@BesideOthers
class WorkerTest {
    /// By all workers together, in nanoseconds.
    private static double waited(RunEvent.Timeline timeline) {
        return timeline.operation().lanes().stream().flatMap(lane -> lane.segments().stream())
                .filter(segment -> segment.state() == Operation.State.WAITING)
                .mapToDouble(segment -> (segment.toNs() - segment.fromNs()) * segment.share())
                .sum();
    }

    private static final Plan.Effort SHORT = Efforts.exactly(1, 1, 2, 20);

    @TempDir
    private static Path folder;

    /// A run of two rounds, which several tests look at, since every fork takes a second.
    private static List<RunEvent> rounds;

    /// A run of one round with several pools.
    private static List<RunEvent> pools;

    /// A run of one round with a claim and one case more, whose warm-ups may be longer than they need be.
    private static List<RunEvent> claim;

    @BeforeAll
    static void measureWhatSeveralTestsLookAt() throws Exception {
        rounds = measure(Efforts.exactly(2, 1, 2, 20), Map.of("count", "50000"),
                alone("loop"), alone("formula"),
                Plans.compiled("one-lock/platform/2", "one-lock", "oneLock", Plan.Pool.PLATFORM, 2));
        pools = measure(SHORT, Map.of("count", "50000"), alone("loop"),
                Plans.compiled("shared-out/platform/1", "shared-out", "sharedOut", Plan.Pool.PLATFORM, 1),
                Plans.compiled("shared-out/platform/2", "shared-out", "sharedOut", Plan.Pool.PLATFORM, 2),
                Plans.compiled("one-lock/virtual/2", "one-lock", "oneLock", Plan.Pool.VIRTUAL, 2));
        claim = measure(Efforts.exactly(1, 200, 5, 10), Map.of("count", "50000"),
                alone("wrong"), alone("loop").ofClaim(true), alone("formula").ofClaim(true));
    }

    @Test
    void everyIterationIsAnEventAndTheVerdictComesLast() {
        assertThat(rounds.getFirst()).isInstanceOfSatisfying(RunEvent.Started.class,
                started -> assertThat(started.cases())
                        .containsExactly("loop", "formula", "one-lock/platform/2"));
        assertThat(all(rounds, RunEvent.Sample.class))
                .filteredOn(sample -> sample.key().equals("loop") && sample.round() == 1)
                .extracting(RunEvent.Sample::phase, RunEvent.Sample::iteration)
                .containsExactly(
                        tuple(RunEvent.Phase.WARMUP, 1),
                        tuple(RunEvent.Phase.MEASURE, 1),
                        tuple(RunEvent.Phase.MEASURE, 2));
        assertThat(all(rounds, RunEvent.Sample.class)).allSatisfy(sample -> {
            assertThat(sample.nsPerOp()).isPositive();
            if (sample.phase() == RunEvent.Phase.MEASURE) {
                assertThat(sample.cpuNsPerOp()).isNotNegative();
            }
        });
        assertThat(all(rounds, RunEvent.Checked.class)).allMatch(RunEvent.Checked::correct)
                .extracting(RunEvent.Checked::key).containsOnly("loop", "formula", "one-lock/platform/2");
        assertThat(rounds.getLast()).isInstanceOfSatisfying(RunEvent.Finished.class,
                finished -> {
                    assertThat(finished.verdict().measuredSpeedup().low()).isGreaterThan(1);
                    assertThat(finished.verdict().outcome()).isNotEqualTo(Verdict.Outcome.DOES_NOT_HOLD);
                });
        assertThat(all(rounds, RunEvent.Progress.class)).extracting(RunEvent.Progress::doneFraction)
                .isSorted().last().isEqualTo(1.0);
    }

    @Test
    void everyRoundMeasuresEveryCaseOnce() {
        assertThat(all(rounds, RunEvent.CaseStarted.class)).extracting(RunEvent.CaseStarted::round)
                .containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(all(rounds, RunEvent.CaseStarted.class))
                .extracting(RunEvent.CaseStarted::key, RunEvent.CaseStarted::round).doesNotHaveDuplicates();
        assertThat(all(rounds, RunEvent.Scored.class))
                .filteredOn(scored -> scored.key().equals("formula"))
                .last()
                .satisfies(scored -> assertThat(scored.score().forks()).isEqualTo(2));
    }

    @Test
    void theClaimIsAnsweredBeforeTheOthersAreMeasuredAndAWarmUpEndsWhenTheTimesHaveSettled() {
        List<RunEvent.Answered> answers = all(claim, RunEvent.Answered.class);
        assertThat(answers).singleElement()
                .satisfies(answered -> assertThat(answered.verdict().measuredSpeedup()).isNotNull());
        assertThat(all(claim.subList(0, claim.indexOf(answers.getFirst())), RunEvent.CaseStarted.class))
                .extracting(RunEvent.CaseStarted::key).containsExactlyInAnyOrder("loop", "formula");
        assertThat(all(claim, RunEvent.Sample.class)).filteredOn(sample -> sample.phase() == RunEvent.Phase.WARMUP)
                .hasSizeBetween(3 * 8, 3 * 200 - 1);
        assertThat(all(claim, RunEvent.Sample.class)).filteredOn(sample -> sample.phase() == RunEvent.Phase.MEASURE)
                .hasSize(3 * 5);
    }

    @Test
    void aPooledCaseRunsOnTheWorkersOfItsKind() {
        assertThat(all(pools, RunEvent.Checked.class)).hasSize(4).allMatch(RunEvent.Checked::correct);
        assertThat(pools.getLast()).isInstanceOf(RunEvent.Finished.class);
    }

    @Test
    void aPooledCaseIsWatchedOnceAndShowsItsWorkers() {
        assertThat(all(rounds, RunEvent.Timeline.class)).as("of a case with two forks")
                .extracting(RunEvent.Timeline::key).containsExactly("one-lock/platform/2");
        List<RunEvent.Timeline> timelines = Stream.of(rounds, pools)
                .flatMap(events -> all(events, RunEvent.Timeline.class).stream())
                .toList();
        assertThat(timelines).extracting(RunEvent.Timeline::key).containsExactlyInAnyOrder(
                "shared-out/platform/1", "shared-out/platform/2", "one-lock/virtual/2", "one-lock/platform/2");
        assertThat(timelines).allSatisfy(timeline -> {
            assertThat(timeline.operation().lanes()).hasSize(timeline.key().endsWith("/1") ? 1 : 2);
            assertThat(timeline.operation().busyShare()).isBetween(0.01, 1.0);
            assertThat(timeline.operation().meanTaskNs()).isPositive();
            assertThat(timeline.operation().lanes()).flatExtracting(Operation.Lane::segments).isNotEmpty()
                    .allSatisfy(segment -> assertThat(segment.toNs()).isBetween(1L, timeline.operation().spanNs()));
        });
        assertThat(timelines).extracting(RunEvent.Timeline::key, timeline -> timeline.operation().tasks()).contains(
                tuple("shared-out/platform/2", 2), tuple("one-lock/virtual/2", 8), tuple("one-lock/platform/2", 8));
        assertThat(timelines).filteredOn(timeline -> timeline.key().startsWith("one-lock"))
                .allSatisfy(timeline -> assertThat(timeline.operation().lanes())
                        .flatExtracting(Operation.Lane::segments)
                        .extracting(Operation.Segment::state)
                        .contains(Operation.State.RUNNING, Operation.State.WAITING));
        // Whoever has the lock sleeps, two milliseconds in each of eight tasks, and the other one waits meanwhile.
        assertThat(timelines).filteredOn(timeline -> timeline.key().equals("one-lock/platform/2")).singleElement()
                .satisfies(timeline -> assertThat(waited(timeline)).isGreaterThan(1.25 * 8 * 2e6));
        assertThat(folder).isDirectoryNotContaining("regex:.*(jfr|timeline.json)");
    }

    @Test
    void theEndTellsAmdahlsLawOfEachPoolAndTheJvmOfEachCase() {
        assertThat(pools.getLast()).isInstanceOfSatisfying(RunEvent.Finished.class, finished -> {
            assertThat(finished.fits()).extracting(Fit::variant, Fit::pool).containsExactly(
                    tuple("shared-out", Plan.Pool.PLATFORM), tuple("one-lock", Plan.Pool.VIRTUAL));
            assertThat(finished.fits()).allSatisfy(fit -> {
                assertThat(fit.serialShare()).isNull();
                assertThat(fit.refusal()).isNotBlank();
            });
            assertThat(finished.jvms()).extracting(ForkJvm::key).containsExactly(
                    "loop", "shared-out/platform/1", "shared-out/platform/2", "one-lock/virtual/2");
            assertThat(finished.jvms()).allSatisfy(jvm -> assertThat(jvm.jdkVersion()).startsWith("25"));
            assertThat(finished.jmhVersion()).isNotBlank();
            assertThat(finished.jvms().getLast().jvmArgs()).contains("-Djdk.virtualThreadScheduler.parallelism=2");
        });
    }

    @Test
    void aWrongOutputIsSaidToBeWrong() {
        assertThat(all(claim, RunEvent.Checked.class))
                .filteredOn(checked -> checked.key().equals("wrong"))
                .singleElement()
                .satisfies(checked -> {
                    assertThat(checked.correct()).isFalse();
                    assertThat(checked.check().maxAbsoluteError()).isEqualTo(1);
                });
    }

    @Test
    void aForkThatThrowsEndsTheRunWithItsMessage() throws Exception {
        assertThat(failure("throwing")).satisfies(failed -> {
            assertThat(failed.problem().title()).contains("throwing");
            assertThat(failed.problem().detail()).contains("the numbers are gone");
        });
    }

    @Test
    void aForkThatDiesEndsTheRunWithItsExitCode() {
        assertThatThrownBy(() -> new Rounds(plan(SHORT, Map.of("count", "10"), alone("halting")), event -> {}).run())
                .isInstanceOf(ForkFailure.class).hasMessageContainingAll("halting", "code 7");
    }

    @Test
    void aForkWithoutMemoryEndsTheRunSayingSo() {
        assertThatThrownBy(() -> new Rounds(plan(SHORT, Map.of("count", "10"), alone("greedy")), event -> {}).run())
                .isInstanceOf(ForkFailure.class).hasMessageContainingAll("greedy", "memory");
    }

    @Test
    void theEndOfStandardInputEndsTheProcessAndItsFork() throws Exception {
        Process worker = start();
        // Far longer than the process is waited for.
        send(worker, Efforts.exactly(1, 100, 1000, 100), Map.of("count", "10"), alone("loop"));
        awaitLine(worker, "\"type\":\"sample\"");
        List<ProcessHandle> tree = new ArrayList<>(worker.descendants().toList());
        assertThat(tree).isNotEmpty();
        tree.add(worker.toHandle());

        worker.getOutputStream().close();

        assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle process : tree) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void theMachineIsReadWithItsCachesAndLanes() throws Exception {
        Process worker = start("--machine");
        Machine machine = EventLine.read(worker.inputReader().readLine(), Machine.class);

        assertThat(machine.usableCpus()).isPositive();
        assertThat(machine.simdBits()).isGreaterThanOrEqualTo(64);
        assertThat(machine.memoryBytes()).isGreaterThan(1L << 28);
        assertThat(machine.jit()).isEqualTo("C1 and C2");
        assertThat(machine.warnings()).extracting(Machine.Warning::code).doesNotContain("c1-only", "no-fma");
        assertThat(machine.caches()).allSatisfy(cache -> assertThat(cache.bytes()).isGreaterThanOrEqualTo(4096));
        assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aJvmWithoutFusedMultiplyAddIsWarnedOf() throws Exception {
        ProcessBuilder command = command("--machine");
        command.environment().put("JAVA_TOOL_OPTIONS", "-XX:-UseFMA");
        Machine machine = EventLine.read(command.start().inputReader().readLine(), Machine.class);

        assertThat(machine.warnings()).extracting(Machine.Warning::code).contains("no-fma");
    }

    private static RunEvent.Failed failure(String method) throws Exception {
        return (RunEvent.Failed) measure(SHORT, Map.of("count", "10"), alone(method)).getLast();
    }

    private static Plan.Case alone(String method) {
        return Plans.compiled(method, method, method, Plan.Pool.SEQUENTIAL, 1);
    }

    private static <T extends RunEvent> List<T> all(List<RunEvent> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<RunEvent> measure(Plan.Effort effort, Map<String, String> params, Plan.Case... cases)
            throws IOException, InterruptedException {
        Process worker = start();
        send(worker, effort, params, cases);
        List<RunEvent> events = worker.inputReader().lines().map(line -> EventLine.read(line, RunEvent.class)).toList();
        assertThat(worker.waitFor()).isZero();
        return events;
    }

    private static void send(Process worker, Plan.Effort effort, Map<String, String> params, Plan.Case... cases)
            throws IOException {
        String line = EventLine.write(plan(effort, params, cases)) + "\n";
        worker.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        worker.getOutputStream().flush();
    }

    private static Plan plan(Plan.Effort effort, Map<String, String> params, Plan.Case... cases) {
        return Plans.plan(Sums.class.getName(), params, Arrays.asList(cases), effort, 1);
    }

    private static void awaitLine(Process worker, String text) throws IOException {
        String line = worker.inputReader().readLine();
        while (line != null && !line.contains(text)) {
            line = worker.inputReader().readLine();
        }
        assertThat(line).isNotNull();
    }

    private static Process start(String... arguments) throws IOException {
        return command(arguments).start();
    }

    private static ProcessBuilder command(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + Files.createTempDirectory(folder, "worker")));
        if (arguments.length == 0) {
            // As the server starts it to measure; it would spoil the answer to what the machine is.
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(folder.resolve("stderr").toFile());
    }
}
