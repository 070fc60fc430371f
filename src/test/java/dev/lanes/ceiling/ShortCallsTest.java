package dev.lanes.ceiling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a JVM itself says it waits for that has no flags: the one of the tests compiles later.
class ShortCallsTest {
    private final String flags = flagsOfAPlainJvm();

    @Test
    void callsAreMoreThanTheJitWaitsForAndEachIsShort() {
        List<Integer> turns = new ArrayList<>();

        ShortCalls.make(turns::add);

        assertThat(turns.size()).as("calls").isGreaterThan(2 * flag("Tier4MinInvocationThreshold"));
        assertThat(turns.stream().mapToInt(Integer::intValue).sum() + turns.size()).as("calls and turns")
                .isGreaterThan(2 * flag("Tier4CompileThreshold"));
        assertThat(turns).as("no loop is long enough to be compiled from its midst")
                .allSatisfy(one -> assertThat(one).isLessThan(flag("Tier3BackEdgeThreshold") / 100));
    }

    private static String flagsOfAPlainJvm() {
        try {
            Process jvm = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+PrintFlagsFinal", "-version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(jvm.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private int flag(String name) {
        Matcher flag = Pattern.compile("\\b" + name + " += (\\d+)").matcher(flags);
        assertThat(flag.find()).as(name).isTrue();
        return Integer.parseInt(flag.group(1));
    }
}
