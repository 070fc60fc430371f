package dev.lanes.worker.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.event.Plan;
import dev.lanes.process.WorkerCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@BesideOthers
@ResourceLock(BesideOthers.PROCESSES_OF_RUNS)
class ClassArchiveTest {
    private static final List<Path> CLASS_PATH =
            WorkerCommand.flatClassPath(ClassArchiveTest.class.getClassLoader());

    @TempDir
    Path temp;

    @Test
    void aWaitingWorkerMakesItOnceAndForksTakeTheirClassesFromIt() throws Exception {
        workerThatGetsNoPlan();
        List<Path> made = archives();
        assertThat(made).hasSize(1);

        String printed = java(List.of(
                "-XX:SharedArchiveFile=" + made.getFirst(), "-Xlog:class+load", "-cp", classPath(),
                "org.openjdk.jmh.runner.ForkedMain"));
        assertThat(printed).containsPattern("org.openjdk.jmh.runner.ForkedMain source: shared objects file");

        byte[] written = Files.readAllBytes(made.getFirst());
        workerThatGetsNoPlan();
        assertThat(archives()).isEqualTo(made);
        assertThat(made.getFirst()).hasBinaryContent(written);
    }

    @Test
    void thoseOfEarlierBuildsGoButTheLastFew() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("lanes"));
        for (int build = 1; build <= 5; build++) {
            Files.createFile(folder.resolve("classes-" + build + ".jsa")).toFile().setLastModified(build * 1_000L);
        }
        workerThatGetsNoPlan();

        assertThat(archives()).hasSize(4).contains(folder.resolve("classes-5.jsa"), folder.resolve("classes-3.jsa"));
    }

    private void workerThatGetsNoPlan() throws IOException, InterruptedException {
        java(List.of("-Djava.io.tmpdir=" + temp, "-cp", classPath(), "dev.lanes.worker.Worker"));
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("lanes"))) {
            return files.filter(file -> file.toString().contains(".jsa")).toList();
        }
    }

    private static String classPath() {
        return CLASS_PATH.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /// Runs a JVM with the flags of a fork, and the folder of the test as the user's cache, until it ends.
    private String java(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ForkFlags.ofAny(Plan.USUAL_HEAP_BYTES));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("XDG_CACHE_HOME", temp.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return printed;
    }
}
