package dev.lanes.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.blas.BlasSearch;
import dev.lanes.data.CacheFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerCommandTest {
    private static final ClassLoader LOADER = WorkerCommandTest.class.getClassLoader();

    @Test
    void theLibraryThatComesWithTheAppIsOnTheClassPath() {
        boolean bundled = LOADER.getResource("META-INF/maven/org.bytedeco/openblas/pom.properties") != null;

        assertThat(WorkerCommand.flatClassPath(LOADER))
                .allSatisfy(place -> assertThat(place).exists())
                .filteredOn(place -> place.getFileName().toString().startsWith("openblas"))
                .hasSize(bundled ? 1 : 0);
    }

    @Test
    void anotherLibraryIsHandedOnAsAnAbsolutePathAndAWordAsItIs() {
        WorkerCommand command = new WorkerCommand(List.of("-Xone"), List.of(), "Main");

        assertThat(command.withBlas("here/libopenblas.so").flags())
                .containsExactly("-Xone", property(Path.of("here/libopenblas.so").toAbsolutePath().toString()));
        assertThat(command.withBlas("none").flags()).containsExactly("-Xone", property("none"));
    }

    @Test
    void theWorkerIsToldWhereTheServerLetsLibrariesBeUnpacked() {
        WorkerCommand command = new WorkerCommand(List.of(), List.of(), "Main").withLibrariesIn(Path.of("/data/libraries"));

        assertThat(command.with("-Xone").behind(Isolation.none()).environment())
                .containsEntry(CacheFolder.VARIABLE, Path.of("/data/libraries").toString());
    }

    private static String property(String value) {
        return "-D" + BlasSearch.PROPERTY + "=" + value;
    }
}
