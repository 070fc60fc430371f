package dev.lanes.worker;

import dev.lanes.BesideOthers;
import dev.lanes.catalog.CodePiece;
import dev.lanes.catalog.ExperimentCard;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The variants of experiments that between them use every mechanism of the measuring process, and those experiments
/// whose own code or whose kernels this working copy changes.
@ResourceLock(value = BesideOthers.PROCESSES_OF_RUNS, mode = ResourceAccessMode.READ)
@BesideOthers
@Timeout(180)
class SampledExperimentsTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            add-lists    | lists-interpreted vector-api             | the interpreter, objects, the Vector API
            not-measuring| after-hundred-thousand-calls first-call  | calls from cold
            linear-layer | triple-loop row-panels system-blas       | platform threads, the BLAS library
            gil          | sequential free-threads separate-processes | virtual threads, processes of its own
            """)
    void everyMechanismMeasures(String id, String variants, String mechanism) throws Exception {
        String pool = mechanism.startsWith("virtual") ? "virtual" : "platform";
        ExperimentRun.of(id, List.of(variants.split(" ")), pool).isAsItShouldBe();
    }

    /// Empty in a working copy that changes no experiment.
    static List<String> changed() {
        Set<Path> files = ChangedFiles.ofThisWorkingCopy();
        return ExperimentRun.CATALOG.experiments().stream()
                .filter(one -> changes(one, files))
                .map(ExperimentCard::id)
                .toList();
    }

    private static boolean changes(ExperimentCard experiment, Set<Path> files) {
        return experiment.variants().stream()
                .flatMap(variant -> ExperimentRun.CATALOG.code(experiment, variant).stream())
                .map(CodePiece::file)
                .anyMatch(file -> files.contains(Path.of("src/main/java").resolve(file)));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("changed")
    void whatIsBeingWorkedOnMeasuresAsWell(String id) throws Exception {
        ExperimentRun.asInTheGuide(id).isAsItShouldBe();
    }
}
