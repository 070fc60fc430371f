package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Effect;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.catalog.ExperimentClasses;
import dev.lanes.catalog.Sources;
import dev.lanes.event.Efforts;
import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.GuideRun;
import dev.lanes.plan.Limits;
import dev.lanes.plan.Offers;
import dev.lanes.plan.PlannedRun;
import dev.lanes.plan.RunPlanner;
import dev.lanes.plan.RunRequest;
import dev.lanes.process.Cancellation;
import dev.lanes.process.MachineProbe;
import dev.lanes.process.WaitingWorker;
import dev.lanes.process.WorkerCommand;
import dev.lanes.process.WorkerMeasurer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An experiment measured for real, by the process that the server starts for it: one fork of each case and a few short
/// iterations, enough to see what it computes and how it is reported, too little to say how fast it is.
record ExperimentRun(ExperimentCard experiment, Plan plan, List<RunEvent> events, RunEvent last) {
    private static final ClassLoader LOADER = ExperimentRun.class.getClassLoader();
    static final Catalog CATALOG = new Catalog(ExperimentClasses.listedByJmh(LOADER), Sources.ofTheApp(LOADER));
    private static final WorkerCommand COMMAND =
            WorkerCommand.ofTheApp(LOADER).withLibrariesIn(Path.of("target/lanes-data/libraries").toAbsolutePath());
    private static final MachineProbe MACHINE = new MachineProbe(COMMAND);
    private static final RunPlanner PLANNER = new RunPlanner(CATALOG, () -> 42, MACHINE::capacity, Offers.EVERYTHING);
    private static final Plan.Effort BRIEF = Efforts.exactly(1, 2, 3, 50);
    private static final Limits LIMITS = new Limits(
            Limits.UNLIMITED, Duration.ofMinutes(3), 4, Duration.ofMinutes(1), 100_000);

    static List<String> all() {
        return CATALOG.experiments().stream().map(ExperimentCard::id).toList();
    }

    /// What the whole guide's run measures, but on platform threads alone or on virtual ones, so that both have their
    /// turns.
    static ExperimentRun asInTheGuide(String id) {
        GuideRun run = PLANNER.guideRun(card(id));
        if (run.pools().isEmpty()) {
            return measure(new RunRequest(id, Map.of(), run.variants(), null, null, "quick", null, null, null, null, null, null));
        }
        Plan.Pool pool = run.pools().get(all().indexOf(id) % run.pools().size());
        return measure(new RunRequest(
                id, Map.of(), run.variants(), List.of(pool.name().toLowerCase(Locale.ROOT)),
                run.workers().stream().map(BigDecimal::valueOf).toList(), "quick", null, null, null, null, null, null));
    }

    /// Those of the variants that can run here, at the smallest size, the pooled ones on two workers of that pool.
    static ExperimentRun of(String id, List<String> variants, String pool) {
        ExperimentCard experiment = card(id);
        List<String> possible = experiment.variants().stream()
                .filter(variant -> variants.contains(variant.id()) && PLANNER.lack(variant).isEmpty())
                .map(ExperimentCard.Variant::id).toList();
        Map<String, BigDecimal> smallest = experiment.params().stream().collect(Collectors.toMap(
                ExperimentCard.Param::name, param -> BigDecimal.valueOf(param.min())));
        return measure(new RunRequest(
                id, smallest, possible, experiment.pooled() ? List.of(pool) : null,
                experiment.pooled() ? List.of(BigDecimal.TWO) : null, "quick", null, null, null, null, null, null));
    }

    static ExperimentCard card(String id) {
        return CATALOG.find(id).orElseThrow();
    }

    private static ExperimentRun measure(RunRequest request) {
        PlannedRun planned = PLANNER.plan(request);
        Plan plan = planned.plan();
        Plan brief = new Plan(
                plan.experiment(), plan.params(), plan.cases(), BRIEF, plan.seed(), plan.heapBytes(), plan.ceilings(),
                null, List.of(), null, false);
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        RunEvent last = new WorkerMeasurer(new WaitingWorker(COMMAND.with("-XX:TieredStopAtLevel=1"), false), LIMITS)
                .measure(new PlannedRun(planned.settings(), brief), events::add, new Cancellation());
        return new ExperimentRun(card(request.experiment()), brief, List.copyOf(events), last);
    }

    void isAsItShouldBe() throws Exception {
        assertThat(last).isInstanceOfSatisfying(RunEvent.Finished.class, finished -> {
            assertThat(finished.verdict().outcome()).isNotNull();
            assertThat(finished.verdict().text()).isNotBlank();
        });
        Map<String, RunEvent.Scored> scores = lastOfEach(RunEvent.Scored.class, RunEvent.Scored::key);
        Map<String, RunEvent.Checked> checks = lastOfEach(RunEvent.Checked.class, RunEvent.Checked::key);
        Map<String, RunEvent.Timeline> timelines = lastOfEach(RunEvent.Timeline.class, RunEvent.Timeline::key);
        assertThat(plan.cases()).isNotEmpty().allSatisfy(one -> {
            assertThat(scores.get(one.key()).score().median()).isPositive();
            assertThat(checks.get(one.key()).correct() || isMeantToBeWrong(one, checks.get(one.key())))
                    .as("%s", checks.get(one.key())).isTrue();
        });
        for (Plan.Case one : plan.cases()) {
            RunEvent.Timeline timeline = timelines.get(one.key());
            assertThat(allocates(
                            experiment.variant(one.variant()).orElseThrow(), scores.get(one.key()),
                            timeline == null ? 0 : timeline.operation().tasks()))
                    .as("%s allocates", one.key()).isFalse();
        }
    }

    private <T extends RunEvent> Map<String, T> lastOfEach(Class<T> type, Function<T, String> key) {
        return events.stream().filter(type::isInstance).map(type::cast)
                .collect(Collectors.toMap(key, event -> event, (earlier, later) -> later));
    }

    /// Whether the claim is that its variant loses counts, and it did.
    private boolean isMeantToBeWrong(Plan.Case one, RunEvent.Checked checked) {
        return experiment.check().kind() == Agreement.COUNT
                && experiment.claim().effect() == Effect.HURTS
                && one.variant().equals(experiment.claim().variant())
                && checked.check().lost() > 0;
    }

    /// Whether the variant calls kernels and allocates more than its tasks take.
    private boolean allocates(ExperimentCard.Variant variant, RunEvent.Scored scored, long tasks) throws Exception {
        return AllocationCheck.appliesTo(CATALOG, experiment, variant)
                && AllocationCheck.suspicious(scored.allocatedBytesPerOp(), tasks)
                && AllocationCheck.allocates(experiment, variant);
    }
}
