package dev.lanes.stats.trust;

import dev.lanes.event.Score;
import dev.lanes.event.Trust;
import dev.lanes.event.Trust.Level;
import dev.lanes.stats.CaseSamples;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The light of a case: every rule looks at the evidence, and the worst that is found decides. What disturbed it comes
/// before what the times show, which may follow from it.
public final class TrustRules {
    /// Each looks for one thing that can be wrong with a measurement; empty where it is not.
    private static final List<Function<Evidence, Optional<Evidence.Finding>>> RULES = List.of(
            SetupRules::compilerMissing,
            SetupRules::debugger,
            SetupRules::clockTooCoarse,
            SetupRules::emptyOperation,
            SetupRules::tooFewCores,
            DisturbanceRules::steal,
            DisturbanceRules::otherPrograms,
            DisturbanceRules::busyNeighbour,
            DisturbanceRules::waiting,
            DisturbanceRules::helpers,
            DisturbanceRules::collections,
            SampleRules::wideInterval,
            SampleRules::twoModes,
            SampleRules::notSettled,
            SampleRules::drift,
            SampleRules::cutShort,
            SetupRules::allocation,
            SampleRules::outliers,
            SampleRules::oneFork);

    private TrustRules() {}

    /// The light of a case that runs in that place, from its samples and the score made of them; gravest reasons first.
    public static Trust judge(Place place, CaseSamples samples, Score score) {
        Evidence evidence = new Evidence(place, samples, score);
        List<Evidence.Finding> findings = RULES.stream()
                .flatMap(rule -> rule.apply(evidence).stream())
                .sorted(Comparator.comparing(Evidence.Finding::level).reversed())
                .toList();
        Level level = findings.isEmpty() ? Level.GOOD : findings.getFirst().level();
        return new Trust(level, findings.stream().map(Evidence.Finding::reason).toList());
    }
}
