package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.annotation.Work;
import dev.lanes.event.Ceilings;
import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
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
    /// And what the compilers may do meanwhile.
    private static final double ONE_PROCESSOR = 1.25;

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

    /// Processor time is told as a share of the time, without what JMH does around an iteration.
    @ParameterizedTest
    @MethodSource("everything")
    void noCompiledCaseOnOneThreadKeepsMoreThanItsProcessorBusy(RecordedResult result) {
        assertThat(result.run().cases()).filteredOn(one -> result.workers(one) == 1 && warmsUp(one) && !hasChildren(one))
                .allSatisfy(one -> assertThat(processorsBusy(one)).as(one.key()).isLessThan(ONE_PROCESSOR));
    }

    static List<RecordedResult> everything() {
        return RecordedResult.all();
    }

    private static boolean hasChildren(Run.Case one) {
        return one.variant().equals("separate-processes");
    }

    private static boolean warmsUp(Run.Case one) {
        return one.iterationMillis() > 0;
    }

    private static double processorsBusy(Run.Case one) {
        return one.iterations().stream()
                .filter(sample -> sample.phase() == RunEvent.Phase.MEASURE && sample.cpuNsPerOp() != null)
                .mapToDouble(sample -> sample.cpuNsPerOp() / sample.nsPerOp())
                .average().orElse(0);
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
