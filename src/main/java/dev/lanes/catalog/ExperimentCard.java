package dev.lanes.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Execution;
import dev.lanes.annotation.Scale;
import dev.lanes.annotation.Section;
import java.util.List;
import java.util.Optional;

/// An experiment as its annotations describe it.
///
/// @param id kebab-case, unique
/// @param className the benchmark class
/// @param variants the baseline first, the others in the order of the file
/// @param workers the worker counts a visitor may choose; empty where no variant is pooled
/// @param workingSet what it keeps alive
/// @param work what there is to do in one call of a variant
/// @param reasons among which a visitor who guesses may choose
public record ExperimentCard(
        String id,
        String className,
        Section section,
        String title,
        String question,
        String explanation,
        Claim claim,
        Check check,
        List<Param> params,
        List<Variant> variants,
        List<Integer> workers,
        WorkingSetSize workingSet,
        WorkCount work,
        List<Reason> reasons) {

    /// A reason that a visitor may give for a guess.
    public record Reason(Cause cause, String text) {}

    /// What the guide claims, as the protocol tells it; variants are told by their ids.
    ///
    /// @param guideSpeedup null where the guide gives no ratio
    /// @param variant that the claim is about
    /// @param workers null where that variant is not pooled
    /// @param againstCores whether it compares with the same variant on as many workers as there are cores
    /// @param yardstick null where there is none
    /// @param guideMeasured whether the guide's author measured that ratio
    /// @param against that it is compared with; null if that is the baseline
    /// @param atLeast the least speedup that the claim allows; null if it names none
    /// @param atMost the greatest speedup that the claim allows; null if it names none
    public record Claim(
            String text,
            String guideFigure,
            Double guideSpeedup,
            Effect effect,
            @JsonProperty("baselineVariant") String baseline,
            @JsonProperty("claimVariant") String variant,
            @JsonProperty("claimWorkers") Integer workers,
            boolean againstCores,
            @JsonProperty("yardstickVariant") String yardstick,
            boolean guideMeasured,
            @JsonProperty("againstVariant") @JsonInclude(JsonInclude.Include.NON_NULL) String against,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double atLeast,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double atMost) {}

    /// How outputs are compared, as the protocol tells it.
    ///
    /// @param relativeTolerance 0 where the kind is not [Agreement#CLOSE]
    public record Check(Agreement kind, double relativeTolerance) {}

    /// A whole number that the visitor chooses, from `min` to `max`, both included.
    ///
    /// @param choices what the numbers stand for, one name for each; empty where they stand for themselves
    public record Param(
            String name,
            String label,
            String unit,
            long min,
            long max,
            long standard,
            Scale scale,
            List<String> choices) {}

    /// @param id the method's name in kebab-case
    /// @param pooled whether it is measured on every chosen pool and worker count
    /// @param yardstick whether all others are compared with it as well
    /// @param callsBefore calls in the same JVM before the one that is timed; 0 unless it is measured from cold
    /// @param vectorBits the width of the vector registers it needs; 0 where it needs none
    /// @param needsBlas whether it calls a BLAS library
    /// @param ownThreads whether threads of a library work for it
    public record Variant(
            String id,
            String method,
            String label,
            String note,
            boolean baseline,
            boolean pooled,
            boolean yardstick,
            Execution execution,
            int callsBefore,
            int vectorBits,
            boolean needsBlas,
            boolean ownThreads) {}

    public Variant baseline() {
        return variants.getFirst();
    }

    public Optional<Variant> yardstick() {
        return variants.stream().filter(Variant::yardstick).findFirst();
    }

    public boolean pooled() {
        return variants.stream().anyMatch(Variant::pooled);
    }

    public Optional<Variant> variant(String variantId) {
        return variants.stream().filter(variant -> variant.id().equals(variantId)).findFirst();
    }
}
