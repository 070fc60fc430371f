package dev.lanes.worker;

import dev.lanes.event.CheckResult;
import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust;
import dev.lanes.event.Verdict;
import dev.lanes.lab.Agreement;
import dev.lanes.lab.Check;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Effect;
import dev.lanes.lab.Experiment;
import dev.lanes.lab.Variant;
import dev.lanes.stats.VerdictRules;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an experiment's annotations claim, and the verdict on it.
record Claimed(Claim claim, Check check, String baselineMethod, Map<String, String> labels) {

    /// Reads the annotations of the class with that name.
    static Claimed by(String className) {
        Class<?> type = load(className);
        Experiment experiment = type.getAnnotation(Experiment.class);
        List<Method> variants = Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Variant.class))
                .toList();
        String baseline = variants.stream()
                .filter(method -> method.getAnnotation(Variant.class).baseline())
                .map(Method::getName)
                .findFirst()
                .orElseThrow();
        Map<String, String> labels = variants.stream().collect(Collectors.toMap(
                Method::getName, method -> method.getAnnotation(Variant.class).label()));
        return new Claimed(experiment.claim(), experiment.check(), baseline, labels);
    }

    /// Judges the claim by the case it is about.
    Verdict verdict(
            List<Plan.Case> cases,
            Map<String, Speedup> speedups,
            Map<String, Trust> trust,
            Map<String, RunEvent.Checked> checks) {
        boolean loss = check.value() == Agreement.COUNT && claim.effect() == Effect.HURTS;
        Optional<Plan.Case> subject = loss ? mostLost(cases, checks) : nearest(cases);
        VerdictRules.Finding finding = subject
                .map(one -> new VerdictRules.Finding(
                        name(one), speedups.get(one.key()), trustIn(one, cases, trust),
                        Optional.ofNullable(checks.get(one.key())).map(RunEvent.Checked::correct).orElse(null),
                        Optional.ofNullable(checks.get(one.key())).map(RunEvent.Checked::check).orElse(null)))
                .orElseGet(() -> new VerdictRules.Finding(labels.get(claim.variant()), null, null, null, null));
        return loss
                ? VerdictRules.onLoss(claim.guideSpeedup(), finding)
                : VerdictRules.onSpeed(claim.effect(), claim.guideSpeedup(), finding);
    }

    /// The measured case of the claim's variant whose workers are nearest to the claim's, platform threads first.
    private Optional<Plan.Case> nearest(List<Plan.Case> cases) {
        return ofVariant(cases).min(Comparator
                .comparingInt((Plan.Case one) -> Math.abs(one.workers() - claim.workers()))
                .thenComparing(Plan.Case::pool));
    }

    private Optional<Plan.Case> mostLost(List<Plan.Case> cases, Map<String, RunEvent.Checked> checks) {
        return ofVariant(cases).max(Comparator.comparingLong(one -> Optional.ofNullable(checks.get(one.key()))
                .map(RunEvent.Checked::check)
                .map(CheckResult::lost)
                .orElse(-1L)));
    }

    private Stream<Plan.Case> ofVariant(List<Plan.Case> cases) {
        return cases.stream().filter(one -> one.method().equals(claim.variant()));
    }

    /// The case's own trust or the baseline's, whichever is lower.
    private Trust.Level trustIn(Plan.Case subject, List<Plan.Case> cases, Map<String, Trust> trust) {
        return cases.stream()
                .filter(one -> one.equals(subject) || one.method().equals(baselineMethod))
                .map(one -> trust.get(one.key()))
                .filter(Objects::nonNull)
                .map(Trust::level)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private String name(Plan.Case one) {
        String label = labels.get(one.method());
        return switch (one.pool()) {
            case SEQUENTIAL -> label;
            case PLATFORM -> "%s, %s".formatted(label, count(one.workers(), "platform thread"));
            case VIRTUAL -> "%s, virtual threads on %s".formatted(label, count(one.workers(), "carrier"));
        };
    }

    private static String count(int number, String noun) {
        return number == 1 ? "one " + noun : number + " " + noun + "s";
    }

    private static Class<?> load(String className) {
        try {
            return Class.forName(className, false, Claimed.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalArgumentException("No experiment class " + className, missing);
        }
    }
}
