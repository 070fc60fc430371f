package dev.lanes.worker;

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

    @ParameterizedTest
    @MethodSource("experiments")
    void itEndsWithAVerdictAndWithTheOutputsItShouldHaveAndItsKernelsAllocateNothing(String id) throws Exception {
        ExperimentRun.asInTheGuide(id).isAsItShouldBe();
    }
}
