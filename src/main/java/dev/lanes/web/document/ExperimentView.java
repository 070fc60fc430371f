package dev.lanes.web.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.CodePiece;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.EffortLevel;
import dev.lanes.event.Plan;
import dev.lanes.plan.GuideRun;
import dev.lanes.plan.RunPlanner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// `Experiment` of the protocol: what its annotations say, and what this server can measure of it on a kind of machine.
///
/// @param machine the kind of machine whose ranges and availability these are
public record ExperimentView(
        String id,
        int section,
        String sectionTitle,
        String title,
        String question,
        String explanation,
        ExperimentCard.Claim claim,
        ExperimentCard.Check check,
        List<Param> params,
        List<Variant> variants,
        List<String> pools,
        Workers workers,
        List<Effort> efforts,
        GuideRun guideRun,
        boolean countsWork,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Reason> reasons,
        @JsonInclude(JsonInclude.Include.NON_NULL) String machine) {

    /// @param codes the reasons of a verdict that confirm it
    record Reason(String cause, String text, List<String> codes) {
        static Reason of(ExperimentCard.Reason reason) {
            return new Reason(kebab(reason.cause()), reason.text(), List.of(reason.cause().codes()));
        }
    }

    /// @param sweep the values that a sweep measures if it names none; empty if the parameter cannot be swept
    record Param(
            String name,
            String label,
            String unit,
            long min,
            long max,
            @JsonProperty("default") long standard,
            String scale,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Choice> choices,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Long> sweep) {}

    /// What one value of a parameter stands for.
    record Choice(long value, String label) {}

    /// @param code null in lists
    record Variant(
            String id,
            String label,
            boolean baseline,
            boolean pooled,
            String note,
            String execution,
            int callsBefore,
            boolean available,
            @JsonInclude(JsonInclude.Include.NON_NULL) String unavailableBecause,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Piece> code) {}

    record Piece(String file, int firstLine, int lastLine, String text, String role) {
        static Piece of(CodePiece piece) {
            return new Piece(piece.file(), piece.firstLine(), piece.lastLine(), piece.text(), lower(piece.role()));
        }
    }

    record Workers(List<Integer> allowed, @JsonProperty("default") List<Integer> standard) {}

    /// @param forks the most of them
    /// @param secondsPerCaseBy the same as `secondsPerCase`, for each way to run a variant
    /// @param secondsForTheClaim what the cases of the claim may take besides
    record Effort(
            String id,
            String label,
            int leastForks,
            int forks,
            double target,
            double secondsPerCase,
            Map<String, Double> secondsPerCaseBy,
            double secondsForTheClaim) {
        static Effort of(EffortLevel level) {
            Plan.Effort effort = level.effort();
            return new Effort(
                    level.id(), level.label(), effort.leastForks(), effort.forks(), effort.target(),
                    effort.secondsPerCase(), secondsBy(effort), effort.secondsForTheClaim());
        }

        private static Map<String, Double> secondsBy(Plan.Effort effort) {
            Map<String, Double> seconds = new LinkedHashMap<>();
            for (Plan.Execution execution : Plan.Execution.values()) {
                seconds.put(kebab(execution), effort.of(execution).secondsPerCase());
            }
            return seconds;
        }
    }

    public static ExperimentView withoutCode(ExperimentCard card, RunPlanner planner) {
        return of(card, planner, variant -> null, null);
    }

    public static ExperimentView withCode(ExperimentCard card, RunPlanner planner, Catalog catalog) {
        return of(
                card, planner, variant -> catalog.code(card, variant).stream().map(Piece::of).toList(),
                card.reasons().stream().map(Reason::of).toList());
    }

    private static ExperimentView of(
            ExperimentCard whole, RunPlanner planner, Function<ExperimentCard.Variant, List<Piece>> code,
            List<Reason> reasons) {
        ExperimentCard card = planner.offer().narrowed(whole);
        return new ExperimentView(
                card.id(),
                card.section().number(),
                card.section().title(),
                card.title(),
                card.question(),
                card.explanation(),
                card.claim(),
                card.check(),
                card.params().stream().map(param -> param(param, planner.sweepValues(card, param))).toList(),
                card.variants().stream()
                        .map(variant -> variant(variant, planner.lack(variant).orElse(null), code.apply(variant)))
                        .toList(),
                card.pooled() ? List.of("platform", "virtual") : List.of(),
                card.pooled() ? new Workers(card.workers(), card.workers()) : null,
                planner.offer().efforts().stream().map(Effort::of).toList(),
                planner.guideRun(card),
                card.work().any(),
                reasons,
                planner.kind());
    }

    private static Param param(ExperimentCard.Param param, List<Long> sweep) {
        return new Param(
                param.name(), param.label(), param.unit(), param.min(), param.max(), param.standard(),
                lower(param.scale()),
                IntStream.range(0, param.choices().size())
                        .mapToObj(at -> new Choice(param.min() + at, param.choices().get(at)))
                        .toList(),
                sweep);
    }

    private static Variant variant(ExperimentCard.Variant variant, String lack, List<Piece> code) {
        return new Variant(
                variant.id(), variant.label(), variant.baseline(), variant.pooled(), variant.note(),
                kebab(variant.execution()), variant.callsBefore(), lack == null, lack, code);
    }

    private static String kebab(Enum<?> constant) {
        return lower(constant).replace('_', '-');
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
