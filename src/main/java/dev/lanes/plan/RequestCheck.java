package dev.lanes.plan;

import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.EffortLevel;
import dev.lanes.event.Plan;
import dev.lanes.event.Run;
import dev.lanes.plan.RefusedRequestException.Reason;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Checks a request against its experiment and fills in the defaults.
///
/// @param lack why a variant cannot run on this machine, as the end of a sentence; empty where it can
/// @param efforts what the server lets a visitor choose
/// @param sweepValues those of a parameter if a sweep names none; empty if it cannot be swept
public record RequestCheck(
        ExperimentCard experiment,
        Function<ExperimentCard.Variant, Optional<String>> lack,
        List<EffortLevel> efforts,
        Function<ExperimentCard.Param, List<Long>> sweepValues) {
    private static final List<Plan.Pool> POOLS = List.of(Plan.Pool.PLATFORM, Plan.Pool.VIRTUAL);

    /// @throws RefusedRequestException where something is asked for that is not there
    Run.Request settings(RunRequest request) {
        Map<String, Long> params = params(request.params());
        Run.Sweep sweep = request.sweep() == null ? null : sweep(request.sweep());
        if (sweep != null) {
            params.computeIfPresent(sweep.param(), (name, value) -> nearest(sweep, value));
        }
        return new Run.Request(
                experiment.id(), params, variants(request.variants()), pools(request.pools()),
                workers(request.workers()), effort(request.effort()), sweep, request.continues(),
                request.machine());
    }

    private Run.Sweep sweep(RunRequest.Sweep asked) {
        ExperimentCard.Param param = param("sweep.param", asked.param());
        List<Long> usual = sweepValues.apply(param);
        if (usual.isEmpty()) {
            throw refused("sweep.param", "%s cannot be swept: it may be %s, and a sweep takes %s values at least."
                    .formatted(param.name(), allowed(param), SweepValues.LEAST));
        }
        return new Run.Sweep(
                param.name(), asked.values() == null ? usual : values(param, asked.values()), asked.also());
    }

    private static List<Long> values(ExperimentCard.Param param, List<BigDecimal> asked) {
        List<Long> values = asked.stream().map(value -> inRange(param, value, "sweep.values")).sorted().toList();
        if (values.size() < SweepValues.LEAST || values.size() > SweepValues.MOST) {
            throw refused("sweep.values", "sweep.values takes %s to %s values of %s, not %s.".formatted(
                    SweepValues.LEAST, SweepValues.MOST, param.name(), values.size()));
        }
        for (int at = 1; at < values.size(); at++) {
            if (values.get(at).equals(values.get(at - 1))) {
                throw refused("sweep.values", "sweep.values names %s twice; each value of %s may stand there once."
                        .formatted(values.get(at), param.name()));
            }
        }
        return values;
    }

    /// The value of the sweep that is nearest to the parameter's own: there the claim is judged.
    private static long nearest(Run.Sweep sweep, long own) {
        return sweep.values().stream().min(Comparator.comparingLong(value -> Math.abs(value - own))).orElseThrow();
    }

    private Map<String, Long> params(Map<String, BigDecimal> asked) {
        asked.keySet().forEach(name -> param("params." + Quote.of(name), name));
        Map<String, Long> values = new LinkedHashMap<>();
        for (ExperimentCard.Param param : experiment.params()) {
            BigDecimal value = asked.get(param.name());
            values.put(
                    param.name(),
                    value == null ? param.standard() : inRange(param, value, "params." + param.name()));
        }
        return values;
    }

    private ExperimentCard.Param param(String field, String name) {
        List<String> names = experiment.params().stream().map(ExperimentCard.Param::name).toList();
        return experiment.params().stream()
                .filter(param -> param.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused(field, "%s has no parameter %s; it has %s.".formatted(
                        experiment.id(), shown(name), names.isEmpty() ? "none" : listed(names))));
    }

    private static long inRange(ExperimentCard.Param param, BigDecimal value, String field) {
        boolean inRange = value.compareTo(BigDecimal.valueOf(param.min())) >= 0
                && value.compareTo(BigDecimal.valueOf(param.max())) <= 0;
        if (!inRange || value.stripTrailingZeros().scale() > 0) {
            throw refused(field, "%s must be %s, not %s.".formatted(
                    param.name(), allowed(param), Quote.of(value.toString())));
        }
        return value.longValueExact();
    }

    /// Such as "a whole number from 1 to 20" or "one of 0 (waiting), 1 (busy)".
    private static String allowed(ExperimentCard.Param param) {
        return param.choices().isEmpty()
                ? "a whole number from %s to %s".formatted(param.min(), param.max())
                : "one of " + listed(IntStream.range(0, param.choices().size())
                        .mapToObj(at -> "%s (%s)".formatted(param.min() + at, param.choices().get(at)))
                        .toList());
    }

    /// All that can run here where nothing was asked.
    private List<String> variants(List<String> asked) {
        List<String> all = experiment.variants().stream().map(ExperimentCard.Variant::id).toList();
        List<String> chosen = chosen("variants", asked, all);
        if (asked == null) {
            return chosen.stream().filter(id -> lack(id).isEmpty()).toList();
        }
        for (String id : chosen) {
            lack(id).ifPresent(why -> {
                throw refused("variants", "%s cannot run here: %s.".formatted(shown(id), why));
            });
        }
        return chosen;
    }

    private Optional<String> lack(String id) {
        return lack.apply(experiment.variant(id).orElseThrow());
    }

    private List<Plan.Pool> pools(List<String> asked) {
        if (!experiment.pooled()) {
            return none("pools", asked);
        }
        List<String> names = POOLS.stream().map(Plan.Pool::id).toList();
        return chosen("pools", asked, names).stream().map(name -> POOLS.get(names.indexOf(name))).toList();
    }

    private List<Integer> workers(List<BigDecimal> asked) {
        if (!experiment.pooled()) {
            return none("workers", asked);
        }
        List<?> counts = asked == null ? null : asked.stream().map(this::allowedCount).toList();
        return chosen("workers", counts, experiment.workers());
    }

    /// The allowed count of that value, or else the value as it came.
    private Object allowedCount(BigDecimal asked) {
        return experiment.workers().stream()
                .filter(count -> asked.compareTo(BigDecimal.valueOf(count)) == 0)
                .<Object>map(count -> count)
                .findFirst()
                .orElse(asked);
    }

    private <T> List<T> none(String field, List<?> asked) {
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

    private EffortLevel effort(String asked) {
        if (asked == null) {
            return efforts.getFirst();
        }
        return EffortLevel.withId(asked).filter(efforts::contains)
                .orElseThrow(() -> refused("effort", "effort may be %s, not %s.".formatted(
                        listed(efforts.stream().map(EffortLevel::id).toList()), shown(asked))));
    }

    public static RefusedRequestException refused(String field, String message) {
        return new RefusedRequestException(Reason.NOT_ALLOWED, field, message);
    }

    public static String listed(Collection<?> names) {
        return names.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    public static String shown(Object value) {
        return "\"" + Quote.of(String.valueOf(value)) + "\"";
    }
}
