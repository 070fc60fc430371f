package dev.lanes.plan;

import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.Plan;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Marks the cases that a claim is about or compares with: they are measured first.
final class ClaimMarks {
    private ClaimMarks() {}

    /// The same cases with their marks.
    static List<Plan.Case> on(List<Plan.Case> cases, ExperimentCard experiment, Supplier<Capacity> capacity) {
        ExperimentCard.Claim claim = experiment.claim();
        Set<Plan.Case> marked = new HashSet<>();
        cases.stream().filter(one -> isReference(claim, one)).forEach(marked::add);
        Optional<Plan.Case> subject = Plan.nearest(
                ofVariant(cases, claim.variant()), claim.workers() == null ? 1 : claim.workers());
        subject.ifPresent(marked::add);
        if (claim.against() != null && subject.isPresent()) {
            boolean pooled = subject.get().pool() != Plan.Pool.SEQUENTIAL;
            Stream<Plan.Case> others = ofVariant(cases, claim.against());
            Plan.nearest(
                            pooled ? others.filter(one -> one.pool() == subject.get().pool()) : others,
                            pooled ? subject.get().workers() : capacity.get().cores())
                    .ifPresent(marked::add);
        }
        if (claim.againstCores() && subject.isPresent()) {
            Stream<Plan.Case> same = ofVariant(cases, claim.variant())
                    .filter(one -> one.pool() == subject.get().pool());
            Plan.nearest(same, capacity.get().cores()).ifPresent(marked::add);
        }
        return cases.stream().map(one -> one.ofClaim(marked.contains(one))).toList();
    }

    private static boolean isReference(ExperimentCard.Claim claim, Plan.Case one) {
        return one.variant().equals(claim.baseline()) || one.variant().equals(claim.yardstick());
    }

    private static Stream<Plan.Case> ofVariant(List<Plan.Case> cases, String variant) {
        return cases.stream().filter(one -> one.variant().equals(variant));
    }
}
