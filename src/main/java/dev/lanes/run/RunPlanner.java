package dev.lanes.run;

import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.Plan;
import dev.lanes.run.RefusedRequestException.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks a request against its experiment, fills in the defaults, and lists the cases to measure.
public final class RunPlanner {
    private static final List<Plan.Pool> POOLS = List.of(Plan.Pool.PLATFORM, Plan.Pool.VIRTUAL);

    private final Catalog catalog;
    private final LongSupplier seeds;

    public RunPlanner(Catalog catalog, LongSupplier seeds) {
        this.catalog = catalog;
        this.seeds = seeds;
    }

    /// @throws RefusedRequestException where the request asks for something that the experiment does not have
    public PlannedRun plan(RunRequest request) {
        ExperimentCard experiment = catalog.find(request.experiment())
                .orElseThrow(() -> new RefusedRequestException(
                        Reason.UNKNOWN_EXPERIMENT,
                        "experiment",
                        "There is no experiment %s. There are: %s.".formatted(
                                shown(request.experiment()),
                                listed(catalog.experiments().stream().map(ExperimentCard::id).toList()))));
        RunSettings settings = new RunSettings(
                experiment.id(),
                params(experiment, request.params()),
                variants(experiment, request.variants()),
                pools(experiment, request.pools()),
                workers(experiment, request.workers()),
                effort(request.effort()));
        return new PlannedRun(settings, plan(experiment, settings));
    }

    private static Map<String, Long> params(ExperimentCard experiment, Map<String, BigDecimal> asked) {
        List<String> names = experiment.params().stream().map(ExperimentCard.Param::name).toList();
        for (String name : asked.keySet()) {
            if (!names.contains(name)) {
                throw refused("params." + shortened(name), "%s has no parameter %s; it has %s.".formatted(
                        experiment.id(), shown(name), names.isEmpty() ? "none" : listed(names)));
            }
        }
        Map<String, Long> values = new LinkedHashMap<>();
        for (ExperimentCard.Param param : experiment.params()) {
            BigDecimal value = asked.get(param.name());
            values.put(param.name(), value == null ? param.standard() : inRange(param, value));
        }
        return values;
    }

    private static long inRange(ExperimentCard.Param param, BigDecimal value) {
        boolean inRange = value.compareTo(BigDecimal.valueOf(param.min())) >= 0
                && value.compareTo(BigDecimal.valueOf(param.max())) <= 0;
        if (!inRange || value.stripTrailingZeros().scale() > 0) {
            throw refused("params." + param.name(), "%s must be a whole number from %d to %d, not %s.".formatted(
                    param.name(), param.min(), param.max(), shortened(value.toString())));
        }
        return value.longValueExact();
    }

    private static List<String> variants(ExperimentCard experiment, List<String> asked) {
        return chosen("variants", asked, experiment.variants().stream().map(ExperimentCard.Variant::id).toList());
    }

    private static List<Plan.Pool> pools(ExperimentCard experiment, List<String> asked) {
        if (!experiment.pooled()) {
            return none("pools", asked, experiment);
        }
        List<String> names = POOLS.stream().map(RunPlanner::name).toList();
        return chosen("pools", asked, names).stream().map(name -> POOLS.get(names.indexOf(name))).toList();
    }

    private static List<Integer> workers(ExperimentCard experiment, List<BigDecimal> asked) {
        if (!experiment.pooled()) {
            return none("workers", asked, experiment);
        }
        List<?> counts = asked == null
                ? null
                : asked.stream().map(count -> allowedCount(experiment, count)).toList();
        return chosen("workers", counts, experiment.workers());
    }

    /// The allowed count of that value, or else the value as it came.
    private static Object allowedCount(ExperimentCard experiment, BigDecimal asked) {
        return experiment.workers().stream()
                .filter(count -> asked.compareTo(BigDecimal.valueOf(count)) == 0)
                .<Object>map(count -> count)
                .findFirst()
                .orElse(asked);
    }

    private static <T> List<T> none(String field, List<?> asked, ExperimentCard experiment) {
        if (asked != null && !asked.isEmpty()) {
            throw refused(field, "%s has no variant that runs on a pool, so it takes no %s, not %s.".formatted(
                    experiment.id(), field, shown(asked.getFirst())));
        }
        return List.of();
    }

    /// What was asked for, in the order of `allowed`; all of it where nothing was asked.
    private static <T> List<T> chosen(String field, List<?> asked, List<T> allowed) {
        if (asked == null) {
            return allowed;
        }
        if (asked.isEmpty()) {
            throw refused(field, "%s must not be empty; choose from %s.".formatted(field, listed(allowed)));
        }
        Set<Object> seen = new HashSet<>();
        for (Object one : asked) {
            if (!allowed.contains(one)) {
                throw refused(field, "%s may hold %s, not %s.".formatted(field, listed(allowed), shown(one)));
            }
            if (!seen.add(one)) {
                throw refused(field, "%s names %s twice; each of %s may stand there once.".formatted(
                        field, shown(one), listed(allowed)));
            }
        }
        return allowed.stream().filter(seen::contains).toList();
    }

    private static EffortLevel effort(String asked) {
        if (asked == null) {
            return EffortLevel.QUICK;
        }
        return EffortLevel.withId(asked).orElseThrow(() -> refused("effort", "effort may be %s, not %s.".formatted(
                listed(Stream.of(EffortLevel.values()).map(EffortLevel::id).toList()), shown(asked))));
    }

    private Plan plan(ExperimentCard experiment, RunSettings settings) {
        List<Plan.Case> cases = new ArrayList<>();
        for (ExperimentCard.Variant variant : experiment.variants()) {
            if (!settings.variants().contains(variant.id())) {
                continue;
            }
            if (variant.pooled()) {
                pooledCases(variant, settings, cases);
            } else {
                cases.add(new Plan.Case(variant.id(), variant.id(), variant.method(), Plan.Pool.SEQUENTIAL, 1));
            }
        }
        Map<String, String> params = new LinkedHashMap<>();
        settings.params().forEach((name, value) -> params.put(name, String.valueOf(value)));
        return new Plan(experiment.className(), params, cases, settings.effort().effort(), seeds.getAsLong());
    }

    private static void pooledCases(ExperimentCard.Variant variant, RunSettings settings, List<Plan.Case> cases) {
        for (Plan.Pool pool : settings.pools()) {
            for (int workers : settings.workers()) {
                String key = variant.id() + "/" + name(pool) + "/" + workers;
                cases.add(new Plan.Case(key, variant.id(), variant.method(), pool, workers));
            }
        }
    }

    private static String name(Plan.Pool pool) {
        return pool.name().toLowerCase(Locale.ROOT);
    }

    private static RefusedRequestException refused(String field, String message) {
        return new RefusedRequestException(Reason.NOT_ALLOWED, field, message);
    }

    private static String listed(Collection<?> names) {
        return names.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String shown(Object value) {
        return "\"" + shortened(String.valueOf(value)) + "\"";
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
