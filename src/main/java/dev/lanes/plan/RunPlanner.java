package dev.lanes.plan;

import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.Ceilings;
import dev.lanes.event.Plan;
import dev.lanes.event.Run;
import dev.lanes.plan.RefusedRequestException.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Turns a request into the cases to measure, after [RequestCheck] has passed it and the memory it takes is there.
///
/// @param capacity of the machine that measures; it may have to be waited for
/// @param offer what a visitor may ask for
/// @param kind the kind of machine it plans for; null if no kinds are told apart
public record RunPlanner(
        Catalog catalog, LongSupplier seeds, Supplier<Capacity> capacity, Offer offer, String kind) {
    public RunPlanner(Catalog catalog, LongSupplier seeds, Supplier<Capacity> capacity, Offer offer) {
        this(catalog, seeds, capacity, offer, null);
    }

    /// The same for runs on that kind of machine.
    public RunPlanner on(String kind, Supplier<Capacity> capacity) {
        return new RunPlanner(catalog, seeds, capacity, offer, kind);
    }

    /// @throws RefusedRequestException where the request asks for something that the experiment or the machine does not
    ///     have
    public PlannedRun plan(RunRequest request) {
        ExperimentCard experiment = card(request.experiment());
        Run.Request settings = check(experiment).settings(request.on(kind));
        return inTime(new PlannedRun(settings, plan(experiment, settings, heap(experiment, settings))));
    }

    private ExperimentCard card(String id) {
        return catalog.find(id).map(offer::narrowed)
                .orElseThrow(() -> new RefusedRequestException(
                        Reason.UNKNOWN_EXPERIMENT,
                        "experiment",
                        "There is no experiment %s. There are: %s.".formatted(
                                RequestCheck.shown(id),
                                RequestCheck.listed(catalog.experiments().stream().map(ExperimentCard::id).toList()))));
    }

    /// Goes on from a run that has finished.
    ///
    /// @throws RefusedRequestException if other settings are asked for than it had, or it would not measure the same
    public PlannedRun planOn(RunRequest request, EarlierRun earlier) {
        Run.Request then = earlier.run().request();
        RunRequest named = request.experiment() == null ? request.of(then.experiment()) : request;
        Run.Request checked = check(card(named.experiment())).settings(named.on(kind));
        Run.Request settings = earlier.goingOn(request, checked, offer.efforts());
        ExperimentCard experiment = card(then.experiment());
        earlier.checkPlace(request.edits(), check(experiment).settings(RunRequest.again(settings)).equals(settings));
        Plan plan = plan(experiment, settings, heap(experiment, settings)).after(earlier.measured());
        return inTime(new PlannedRun(settings, plan));
    }

    private PlannedRun inTime(PlannedRun planned) {
        if (planned.estimateSeconds() > offer.longest().toSeconds()) {
            throw RequestCheck.refused("variants",
                    "This run would take about %s s, and here a run may take %s s; choose fewer variants, workers or "
                            .formatted(Math.round(planned.estimateSeconds()), offer.longest().toSeconds()) + "pools.");
        }
        return planned;
    }

    /// Why the variant cannot run on this machine, as the end of a sentence; empty where it can.
    public Optional<String> lack(ExperimentCard.Variant variant) {
        return variant.vectorBits() == 0 && !variant.needsBlas() ? Optional.empty() : capacity.get().lack(variant);
    }

    /// What a run of the whole guide measures of the experiment.
    public GuideRun guideRun(ExperimentCard whole) {
        ExperimentCard experiment = offer.narrowed(whole);
        List<BigDecimal> workers = experiment.pooled() ? guideWorkers(experiment) : null;
        Run.Request settings = check(experiment).settings(new RunRequest(
                experiment.id(), Map.of(), null, null, workers, null, null, null, null, null, null, null));
        return new GuideRun(
                settings.variants(), settings.pools(), settings.workers(),
                plan(experiment, settings, Plan.USUAL_HEAP_BYTES).estimateSeconds());
    }

    /// The values at which the parameter is measured if a sweep names none, as far as the machine has room for them;
    /// empty if that leaves too few.
    ///
    /// @param experiment as the server offers it
    public List<Long> sweepValues(ExperimentCard experiment, ExperimentCard.Param param) {
        Capacity here = capacity.get().atMost(offer.heapBytes());
        return SweepValues.of(param, value -> here.lackOfHeap(Capacity.heapFor(experiment.workingSet().bytes(
                        experiment.params().stream()
                                .map(one -> one.equals(param) ? value : one.standard())
                                .toList())))
                .isEmpty());
    }

    private RequestCheck check(ExperimentCard experiment) {
        return new RequestCheck(experiment, this::lack, offer.efforts(), param -> sweepValues(experiment, param));
    }

    /// The allowed count nearest to the claim's, but with a core for each worker; where the claim is about more workers
    /// than cores, those of both.
    private List<BigDecimal> guideWorkers(ExperimentCard experiment) {
        int cores = capacity.get().cores();
        ExperimentCard.Claim claim = experiment.claim();
        int about = claim.workers() == null ? cores : claim.workers();
        IntStream wanted = claim.againstCores() ? IntStream.of(cores, about) : IntStream.of(Math.min(about, cores));
        return wanted.mapToObj(count -> experiment.workers().stream()
                        .min(Comparator.comparingDouble(one -> Plan.doublings(one, count)))
                        .orElseThrow())
                .distinct().map(BigDecimal::valueOf).toList();
    }

    /// Of a sweep, what its largest value needs.
    private long heap(ExperimentCard experiment, Run.Request settings) {
        return settings.sweep() == null
                ? heap(experiment, settings.params())
                : settings.sweep().values().stream()
                        .mapToLong(value -> heap(experiment, with(settings.params(), settings.sweep().param(), value)))
                        .max()
                        .orElseThrow();
    }

    private static Map<String, Long> with(Map<String, Long> params, String name, long value) {
        Map<String, Long> changed = new LinkedHashMap<>(params);
        changed.put(name, value);
        return changed;
    }

    private long heap(ExperimentCard experiment, Map<String, Long> params) {
        long heap = Capacity.heapFor(experiment.workingSet().bytes(params.values()));
        boolean usual = heap == Plan.USUAL_HEAP_BYTES;
        // A server that offers less than the usual heap means the sizes that need more of it.
        Capacity here = usual ? capacity.get() : capacity.get().atMost(offer.heapBytes());
        here.lackOfHeap(heap).ifPresent(lack -> {
            throw RequestCheck.refused(usual ? "experiment" : "params", usual
                    ? "Any run %s of memory.".formatted(lack)
                    : "With %s the run %s of memory; choose less.".formatted(
                            RequestCheck.listed(params.entrySet()), lack));
        });
        return heap;
    }

    private Plan plan(ExperimentCard experiment, Run.Request settings, long heapBytes) {
        List<Plan.Case> cases = new ArrayList<>();
        for (ExperimentCard.Variant variant : experiment.variants()) {
            if (!settings.variants().contains(variant.id())) {
                continue;
            }
            Plan.Work work = work(experiment, variant, settings.params());
            if (variant.pooled()) {
                pooledCases(variant, work, settings, cases);
            } else {
                // Threads of its own are one for each processor, as SystemBlasOnAllCores sets them.
                int workers = variant.ownThreads() ? capacity.get().processors() : 1;
                cases.add(planned(variant, variant.id(), Plan.Pool.SEQUENTIAL, workers, work));
            }
        }
        Map<String, String> params = new LinkedHashMap<>();
        settings.params().forEach((name, value) -> params.put(name, String.valueOf(value)));
        List<Plan.Case> marked = ClaimMarks.on(cases, experiment, capacity);
        return new Plan(
                experiment.className(), params, settings.sweep() == null ? marked : swept(experiment, settings, marked),
                settings.effort().effort(), seeds.getAsLong(), heapBytes, null,
                settings.sweep() == null ? null : settings.sweep().param(), List.of(), null, false);
    }

    /// Every case of the sweep at every value; those at the parameter's own value are the claim's.
    private static List<Plan.Case> swept(
            ExperimentCard experiment, Run.Request settings, List<Plan.Case> marked) {
        Run.Sweep sweep = settings.sweep();
        List<Plan.Case> lines = SweepCases.of(experiment, sweep, marked);
        long own = settings.params().get(sweep.param());
        List<Plan.Case> cases = new ArrayList<>();
        for (Plan.Case line : lines) {
            ExperimentCard.Variant variant = experiment.variant(line.variant()).orElseThrow();
            for (long value : sweep.values()) {
                if (value != own && !SweepCases.everywhere(line)) {
                    continue;
                }
                Plan.Work work = work(experiment, variant, with(settings.params(), sweep.param(), value));
                cases.add(line.at(value, work).ofClaim(value == own && line.ofClaim()));
            }
        }
        return cases;
    }

    private static void pooledCases(
            ExperimentCard.Variant variant, Plan.Work work, Run.Request settings, List<Plan.Case> cases) {
        for (Plan.Pool pool : settings.pools()) {
            for (int workers : settings.workers()) {
                String key = variant.id() + "/" + pool.id() + "/" + workers;
                cases.add(planned(variant, key, pool, workers, work));
            }
        }
    }

    private static Plan.Case planned(
            ExperimentCard.Variant variant, String key, Plan.Pool pool, int workers, Plan.Work work) {
        // In the plan's words, which know nothing of annotations.
        Plan.Execution execution = Plan.Execution.valueOf(variant.execution().name());
        return new Plan.Case(
                key, variant.id(), variant.method(), pool, workers, execution, variant.callsBefore(), work, false, null,
                false);
    }

    /// In the plan's words; null where it is not counted.
    private static Plan.Work work(
            ExperimentCard experiment, ExperimentCard.Variant variant, Map<String, Long> params) {
        return experiment.work().work(variant.method(), params.values())
                .map(work -> new Plan.Work(
                        work.flops(), work.bytes(), work.footprint(),
                        work.moves() == null ? null : Ceilings.Pattern.valueOf(work.moves().name()),
                        work.peak() == 1 ? null : work.peak()))
                .orElse(null);
    }
}
