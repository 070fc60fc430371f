package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanes.BesideOthers;
import dev.lanes.blas.BlasSearch;
import dev.lanes.event.Efforts;
import dev.lanes.event.EventLine;
import dev.lanes.event.Machine;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.event.RunEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The library as the measuring process and its forks see it.
@Timeout(60)
@BesideOthers
class BlasInForksTest {
    private static final Plan PLAN = Plans.plan(
            "dev.lanes.experiment.vectorisation.MatrixProduct",
            Map.of("batch", "16", "inputs", "33", "outputs", "17"),
            List.of(Plans.compiled("system-blas", "system-blas", "systemBlas", Plan.Pool.SEQUENTIAL, 1)),
            Efforts.exactly(1, 1, 1, 10), 1);

    @TempDir
    Path folder;

    @Test
    void theMachineNamesItsLibrary() throws Exception {
        assumeThat(BlasSearch.facts()).isPresent();

        Machine machine = EventLine.read(answers("", "--machine").getFirst(), Machine.class);

        assertThat(machine.blas().name()).isEqualTo("OpenBLAS");
        assertThat(machine.blas().threads()).isPositive();
        assertThat(machine.noBlasBecause()).isNull();
        assertThat(folder.resolve("stderr")).content().doesNotContain("restricted method");
    }

    @Test
    void theMachineSaysWhyItHasNone() throws Exception {
        Machine machine = EventLine.read(answers("none", "--machine").getFirst(), Machine.class);

        assertThat(machine.blas()).isNull();
        assertThat(machine.noBlasBecause()).contains("lanes.blas=none");
    }

    @Test
    void aForkCallsItAndAgreesWithTheTripleLoop() throws Exception {
        assumeThat(BlasSearch.facts()).isPresent();

        assertThat(measured(""))
                .filteredOn(RunEvent.Checked.class::isInstance)
                .map(RunEvent.Checked.class::cast)
                .anySatisfy(checked -> {
                    assertThat(checked.key()).isEqualTo("system-blas");
                    assertThat(checked.correct()).isTrue();
                });
    }

    @Test
    void aForkKnowsThatItWasSwitchedOff() throws Exception {
        assertThat(measured("none").getLast()).isInstanceOfSatisfying(RunEvent.Failed.class, failed ->
                assertThat(failed.problem().detail()).contains("lanes.blas=none"));
    }

    private List<RunEvent> measured(String library) throws IOException {
        return answers(library).stream().map(line -> EventLine.read(line, RunEvent.class)).toList();
    }

    /// The lines that the process prints.
    ///
    /// @param library as in [BlasSearch#PROPERTY]
    private List<String> answers(String library, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Dlanes.blas=" + library, "-Djava.io.tmpdir=" + Files.createTempDirectory(folder, "worker"),
                "-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        Stream.of(arguments).forEach(command::add);
        Process worker = new ProcessBuilder(command).redirectError(folder.resolve("stderr").toFile()).start();
        worker.getOutputStream().write((EventLine.write(PLAN) + "\n").getBytes(StandardCharsets.UTF_8));
        worker.getOutputStream().flush();
        return worker.inputReader().lines().toList();
    }
}
