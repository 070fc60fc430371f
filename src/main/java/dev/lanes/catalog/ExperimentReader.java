package dev.lanes.catalog;

import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Execution;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Variant;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Param;

/// Reads an experiment's annotations. The order of variants and parameters is that of the file, which reflection does
/// not know.
record ExperimentReader(CodeCutter cutter) {
    private static final String POOLED = "dev.lanes.experiment.Pooled";

    /// @throws IllegalStateException where the annotations contradict each other
    ExperimentCard read(Class<?> type) {
        Experiment experiment = type.getAnnotation(Experiment.class);
        List<ExperimentCard.Variant> variants = variants(type);
        List<ExperimentCard.Param> params = params(type);
        return new ExperimentCard(
                experiment.id(),
                type.getName(),
                experiment.section(),
                experiment.title(),
                experiment.question(),
                experiment.explanation(),
                claim(type, experiment.claim(), variants),
                new ExperimentCard.Check(experiment.check().value(), experiment.check().relativeTolerance()),
                params,
                variants,
                Arrays.stream(experiment.workers()).boxed().toList(),
                WorkingSetSize.of(type, params.size()),
                WorkCount.of(
                        type, params.size(), variants.stream().map(ExperimentCard.Variant::method).toList()),
                Stream.of(experiment.reasons())
                        .map(reason -> new ExperimentCard.Reason(reason.cause(), reason.text()))
                        .toList());
    }

    private List<ExperimentCard.Variant> variants(Class<?> type) {
        List<String> order = cutter.methodNames(type.getName());
        List<ExperimentCard.Variant> variants = Stream.of(type.getMethods())
                .filter(method -> method.isAnnotationPresent(Variant.class))
                .sorted(Comparator.comparingInt((Method method) -> order.indexOf(method.getName())))
                .map(ExperimentReader::variant)
                .sorted(Comparator.comparing(variant -> !variant.baseline()))
                .toList();
        if (variants.stream().filter(ExperimentCard.Variant::baseline).count() != 1) {
            throw new IllegalStateException(type.getName() + " needs exactly one baseline among its variants");
        }
        variants.forEach(variant -> checked(type, variant));
        if (variants.stream().filter(ExperimentCard.Variant::yardstick).count() > 1) {
            throw new IllegalStateException(type.getName() + " has more than one yardstick");
        }
        return variants;
    }

    private static void checked(Class<?> type, ExperimentCard.Variant variant) {
        String name = type.getName() + "." + variant.method();
        if (variant.yardstick() && (variant.baseline() || variant.pooled())) {
            throw new IllegalStateException(name + " cannot be the yardstick: it is the baseline, or pooled");
        }
        if (variant.callsBefore() < 0 || variant.callsBefore() > 0 && variant.execution() != Execution.FROM_COLD) {
            throw new IllegalStateException(name + " has calls before the timed one, but is not measured from cold");
        }
    }

    private static ExperimentCard.Variant variant(Method method) {
        Variant variant = method.getAnnotation(Variant.class);
        boolean pooled = Stream.of(method.getParameterTypes()).anyMatch(type -> type.getName().equals(POOLED));
        return new ExperimentCard.Variant(
                kebab(method.getName()), method.getName(), variant.label(), variant.note(), variant.baseline(), pooled,
                variant.yardstick(), variant.execution(), variant.callsBefore(), variant.vectorBits(),
                variant.needsBlas(), variant.ownThreads());
    }

    private static ExperimentCard.Claim claim(Class<?> type, Claim claim, List<ExperimentCard.Variant> variants) {
        ExperimentCard.Variant about = named(type, variants, claim.variant());
        Stream.of(
                        Stream.of(claim.compiled(), claim.plain()).filter(method -> !method.isEmpty()),
                        Stream.of(claim.notBest()), Stream.of(claim.steps()))
                .flatMap(methods -> methods)
                .forEach(method -> named(type, variants, method));
        if (claim.againstCores() && !about.pooled()) {
            throw new IllegalStateException(type.getName() + " claims something of cores, but its variant has no pool");
        }
        return new ExperimentCard.Claim(
                claim.text(),
                claim.guideFigure(),
                number(claim.guideSpeedup()),
                claim.effect(),
                variants.getFirst().id(),
                about.id(),
                about.pooled() ? claim.workers() : null,
                claim.againstCores(),
                variants.stream()
                        .filter(ExperimentCard.Variant::yardstick)
                        .findFirst()
                        .map(ExperimentCard.Variant::id)
                        .orElse(null),
                claim.guideMeasured(),
                claim.against().isEmpty() ? null : named(type, variants, claim.against()).id(),
                number(claim.atLeast()),
                number(claim.atMost()));
    }

    private static ExperimentCard.Variant named(
            Class<?> type, List<ExperimentCard.Variant> variants, String method) {
        return variants.stream()
                .filter(variant -> variant.method().equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        type.getName() + " claims something of " + method + ", which is not a variant"));
    }

    private static Double number(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }

    private List<ExperimentCard.Param> params(Class<?> type) {
        List<String> order = cutter.fieldNames(type.getName());
        return Stream.of(type.getFields())
                .filter(field -> field.isAnnotationPresent(Param.class))
                .sorted(Comparator.comparingInt((Field field) -> order.indexOf(field.getName())))
                .map(ExperimentReader::param)
                .toList();
    }

    private static ExperimentCard.Param param(Field field) {
        Range range = field.getAnnotation(Range.class);
        if (range == null) {
            throw new IllegalStateException(field + " has a @Param but no @Range");
        }
        List<String> choices = List.of(range.choices());
        if (!choices.isEmpty() && choices.size() != range.max() - range.min() + 1) {
            throw new IllegalStateException(field + " needs a name for each of its choices");
        }
        long standard = Long.parseLong(field.getAnnotation(Param.class).value()[0]);
        return new ExperimentCard.Param(
                field.getName(), range.label(), range.unit(), range.min(), range.max(), standard, range.scale(),
                choices);
    }

    /// `chunkPerWorker` becomes `chunk-per-worker`.
    static String kebab(String name) {
        return name.replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
    }
}
