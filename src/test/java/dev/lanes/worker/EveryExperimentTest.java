package dev.lanes.worker;

import dev.lanes.BesideOthers;
import dev.lanes.catalog.ExperimentCard;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All experiments, several at a time, which takes some minutes.
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = BesideOthers.QUIET, mode = ResourceAccessMode.READ)
@Timeout(180)
@Tag("thorough")
class EveryExperimentTest {
    static List<String> experiments() {
        return ExperimentRun.all();
    }

    /// A call may take long here, so what one worker and a second call do is left to [ExperimentsTest].
    @ParameterizedTest
    @MethodSource("experiments")
    void itsVariantsAgreeAtTheDefaultSize(String id) throws Exception {
        ExperimentsTest.variantsAgree(
                ExperimentRun.card(id), ExperimentCard.Param::standard, ExperimentsTest.SEVERAL_WORKERS, 1);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void itEndsWithAVerdictAndWithTheOutputsItShouldHaveAndItsKernelsAllocateNothing(String id) throws Exception {
        ExperimentRun.asInTheGuide(id).isAsItShouldBe();
    }
}
