package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.annotation.Work;
import dev.lanes.event.Ceilings;
import dev.lanes.event.Run;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No recorded case does more than the machine can, by the work that its experiment counts today.
@BesideOthers
class RecordedSharesTest {
    /// By so much two medians may differ that are of the same rate.
    private static final double NOISE = 1.05;

    static List<RecordedResult> results() {
        return RecordedResult.all().stream().filter(one -> one.card().work().any()).toList();
    }

    @ParameterizedTest
    @MethodSource("results")
    void noCaseIsFasterThanItsCeiling(RecordedResult result) {
        for (Run.Case one : result.run().cases()) {
            result.work(one).ifPresent(work -> {
                int workers = Math.min(result.workers(one), result.run().machine().usableCpus());
                double ns = one.score().median();
                Ceilings ceilings = result.run().ceilings();
                assertThat(work.flops() / ns / (ceilings.gflops(workers).orElseThrow() * work.peak()))
                        .as("arithmetic of %s", one.key()).isLessThan(NOISE);
                ceilings.bandwidth(work.footprint(), workers, moves(work)).ifPresent(level ->
                        assertThat(work.bytes() / ns / level.gbPerSecond())
                                .as("%s of %s", level.level(), one.key()).isLessThan(NOISE));
            });
        }
    }

    @Test
    void thereAreSharesToLookAt() {
        long counted = results().stream()
                .flatMap(result -> result.run().cases().stream().map(result::work))
                .filter(Optional::isPresent)
                .count();

        assertThat(counted).isGreaterThan(50);
    }

    private static Ceilings.Pattern moves(Work work) {
        return work.moves() == null ? null : Ceilings.Pattern.valueOf(work.moves().name());
    }
}
