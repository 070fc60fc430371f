package dev.lanes.catalog;

import dev.lanes.lab.Agreement;
import dev.lanes.lab.Effect;
import dev.lanes.lab.Scale;
import dev.lanes.lab.Section;
import java.util.List;
import java.util.Optional;

/// An experiment as its annotations describe it.
///
/// @param id kebab-case, unique
/// @param className the benchmark class
/// @param variants the baseline first, the others in the order of the file
/// @param workers the worker counts a visitor may choose; empty where no variant is pooled
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
        List<Integer> workers) {

    /// @param guideSpeedup null where the guide gives no ratio
    /// @param variant id of the variant that the claim is about
    /// @param workers null where that variant is not pooled
    public record Claim(
            String text, String guideFigure, Double guideSpeedup, Effect effect, String variant, Integer workers) {}

    /// @param relativeTolerance 0 where the kind is not [Agreement#CLOSE]
    public record Check(Agreement kind, double relativeTolerance) {}

    /// A whole number that the visitor chooses, from `min` to `max`, both included.
    public record Param(String name, String label, String unit, long min, long max, long standard, Scale scale) {}

    /// @param id the method's name in kebab-case
    /// @param pooled whether it is measured on every chosen pool and worker count
    public record Variant(String id, String method, String label, String note, boolean baseline, boolean pooled) {}

    public Variant baseline() {
        return variants.getFirst();
    }

    public boolean pooled() {
        return variants.stream().anyMatch(Variant::pooled);
    }

    public Optional<Variant> variant(String variantId) {
        return variants.stream().filter(variant -> variant.id().equals(variantId)).findFirst();
    }
}
