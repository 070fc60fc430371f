package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.event.RunEvent;
import dev.lanes.event.look.MachineCode.Reason;
import dev.lanes.event.look.MachineCode;
import dev.lanes.event.look.Profile;
import dev.lanes.plan.Capacity;
import dev.lanes.plan.Limits;
import dev.lanes.plan.Offers;
import dev.lanes.plan.PlannedRun;
import dev.lanes.plan.RunPlanner;
import dev.lanes.plan.RunRequest;
import dev.lanes.process.Cancellation;
import dev.lanes.process.WaitingWorker;
import dev.lanes.process.WorkerCommand;
import dev.lanes.process.WorkerMeasurer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Looks into the code of real variants, by the process that the server starts for it.
@ResourceLock(value = BesideOthers.PROCESSES_OF_RUNS, mode = ResourceAccessMode.READ)
class LookTest {
    private static final Limits LIMITS =
            new Limits(Limits.UNLIMITED, Duration.ofMinutes(3), 4, Duration.ofMinutes(1), 100_000);
    private static final RunPlanner PLANNER =
            new RunPlanner(ExperimentRun.CATALOG, () -> 42, Capacity::unknown, Offers.EVERYTHING);

    @Test
    void aScalarDotProductIsSeenToWaitForItsOneSum() {
        List<RunEvent> events = look(new RunRequest(
                "float-width", Map.of(), List.of("float-scalar"), null, null, "quick", null, null, null, null, null, null));
        MachineCode code = code(events);
        Profile profile = find(events, RunEvent.Profiled.class).profile();

        assertThat(profile.samples()).isGreaterThan(30);
        if (profile.sampler() == Profile.Sampler.CPU_TIME) {
            assertThat(profile.covered()).as("one thread that computes").isBetween(0.5, 1.0);
        }
        assertThat(profile.lines().getFirst().file()).isEqualTo("dev/lanes/kernel/dot/Dot.java");
        assertThat(profile.lines().getFirst().share()).isGreaterThan(0.5);
        assertThat(find(events, RunEvent.Recording.class).gzip()).hasSizeGreaterThan(1000);
        if (code.missing() != null) {
            assertThat(code.missing().reason()).isEqualTo(Reason.NO_DISASSEMBLER);
            return;
        }
        assertThat(code.loop().ofHarness()).isFalse();
        assertThat(code.loop().turn().sums()).isEqualTo(1);
        assertThat(code.loop().turn().boundsChecks()).isZero();
        assertThat(code.places()).extracting(MachineCode.Place::file).contains("dev/lanes/kernel/dot/Dot.java");
        assertThat(code.toString()).doesNotContain(System.getProperty("user.dir"), System.getProperty("java.home"));
    }

    /// A task for each number: the threads wait most of the time, and the system takes most of the rest.
    @Test
    void aProfileTellsHowLittleItStandsForWhereThreadsAreHardlySeen() {
        Profile profile = profileOnPlatformThreads("tiny-tasks", "one-task-per-number", BigDecimal.ONE);
        if (profile.sampler() == Profile.Sampler.CPU_TIME) {
            assertThat(profile.covered()).isBetween(0.0, 0.7);
        }
    }

    @Test
    void aPooledCaseHasAProfileOfEveryWorker() {
        Profile profile = profileOnPlatformThreads("data-parallel", "chunk-per-worker", BigDecimal.TWO);
        assertThat(profile.threads()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(profile.threads().stream().mapToDouble(Profile.ThreadShare::share).sum()).isBetween(0.9, 1.01);
    }

    @Test
    void whatRunsFromColdOrInterpretedSaysWhyItHasNoCode() {
        assertThat(code(look(new RunRequest(
                        "not-measuring", Map.of(), List.of("first-call"), null, null, "quick", null, null, null, null, null, null)))
                .missing().reason()).isEqualTo(Reason.FROM_COLD);
        assertThat(code(look(new RunRequest(
                        "add-lists", Map.of("count", BigDecimal.valueOf(1000)), List.of("lists-interpreted"), null, null,
                        "quick", null, null, null, null, null, null)))
                .missing().reason()).isEqualTo(Reason.INTERPRETED);
    }

    private static Profile profileOnPlatformThreads(String experiment, String variant, BigDecimal workers) {
        return find(look(new RunRequest(
                        experiment, Map.of(), List.of(variant), List.of("platform"), List.of(workers), "quick",
                        null, null, null, null, null, null)),
                RunEvent.Profiled.class).profile();
    }

    private static List<RunEvent> look(RunRequest request) {
        PlannedRun planned = PLANNER.plan(request).asLook();
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        WorkerCommand command = WorkerCommand.ofTheApp(LookTest.class.getClassLoader());
        RunEvent last = new WorkerMeasurer(new WaitingWorker(command.with("-XX:TieredStopAtLevel=1"), false), LIMITS)
                .measure(planned, events::add, new Cancellation());
        assertThat(last).isInstanceOf(RunEvent.Finished.class);
        return events;
    }

    private static MachineCode code(List<RunEvent> events) {
        return find(events, RunEvent.Code.class).machineCode();
    }

    private static <T extends RunEvent> T find(List<RunEvent> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }
}
