package dev.lanes.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lanes.BesideOthers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tests of this package once more in a JVM that may use part of each vector register only: as many lanes as other
/// machines have, and the tile that fits their registers.
@BesideOthers
class NarrowerLanesTest {
    /// There are some more: a launcher that finds none must not pass.
    private static final int MANY = 1000;

    private static final int PATIENCE_SECONDS = 150;

    @TempDir
    private Path folder;

    @Test
    void allKernelsAreRightOnEightLanes() throws IOException, InterruptedException {
        assertAllKernelsAreRight(8);
    }

    @Test
    @Tag("thorough")
    void allKernelsAreRightOnFourLanes() throws IOException, InterruptedException {
        assertAllKernelsAreRight(4);
    }

    private void assertAllKernelsAreRight(int lanes) throws IOException, InterruptedException {
        assumeTrue(lanes < Lanes.COUNT, "this machine has no more than that");
        Path output = folder.resolve("output");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-XX:+UseSerialGC",
                "-XX:MaxVectorSize=" + lanes * Float.BYTES));
        // It optimises as late as this JVM.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-XX:Tier4")).forEach(line::add);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), KernelTests.class.getName()));
        Process tests = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = tests.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        tests.destroyForcibly().waitFor();

        String told = Files.readString(output);
        assertThat(ended).as(told).isTrue();
        assertThat(tests.exitValue()).as(told).isZero();
        Matcher summary = Pattern.compile("(\\d+) tests on (\\d+) lanes").matcher(told);
        assertThat(summary.find()).as(told).isTrue();
        assertThat(Integer.parseInt(summary.group(1))).isGreaterThan(MANY);
        assertThat(Integer.parseInt(summary.group(2))).isEqualTo(lanes);
    }
}
