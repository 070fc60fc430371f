package dev.lanes.worker;

import dev.lanes.catalog.ExperimentCard;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All experiments, which takes some minutes.
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
