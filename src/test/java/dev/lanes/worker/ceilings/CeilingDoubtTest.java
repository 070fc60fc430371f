package dev.lanes.worker.ceilings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.ForeignLocale;
import dev.lanes.event.Ceilings;
import dev.lanes.stats.Fact;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import dev.lanes.worker.Worker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.runner.RunnerException;

@Isolated("changes the default locale of the JVM")
class CeilingDoubtTest {
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void steadyTimesAreBelievedAndOneDisturbanceIsForgiven() {
        assertThat(CeilingDoubt.about("load", 1, times(0, 100, 101, 99, 100))).isEmpty();
        assertThat(CeilingDoubt.about("load", 1, times(0, 100, 199, 100, 900))).isEmpty();
    }

    @Test
    void timesThatScatterAreDoubted() {
        assertThat(CeilingDoubt.about("load", 2, times(0, 100, 210, 100, 210))).hasValueSatisfying(
                text -> assertThat(text).contains("load", "2 threads", "2.1 times"));
    }

    @ParameterizedTest
    @MethodSource("dev.lanes.ForeignLocale#tags")
    void figuresAreWrittenAlikeInEveryCountry(String locale) {
        try (ForeignLocale foreign = ForeignLocale.of(locale)) {
            assertThat(CeilingDoubt.about("load", 2, times(0, 100, 210, 100, 210)).orElseThrow()).contains("2.1");
        }
    }

    @Test
    void vectorsThatBecameObjectsAreDoubtedAndWhatJmhAllocatesIsNot() {
        assertThat(CeilingDoubt.about("copy", 1, times(5, 100, 100, 100, 100))).isEmpty();
        assertThat(CeilingDoubt.about("copy", 1, times(15, 100, 100, 100, 100))).hasValueSatisfying(
                text -> assertThat(text).contains("copy", "object", "vector"));
    }

    @Test
    void whatSettlesMayScatter() {
        assertThat(CeilingDoubt.about("add", 1, new ForkSamples(List.of(
                iteration(true, 1_000, 500), iteration(true, 5, 0), iteration(false, 100, 0))))).isEmpty();
    }

    @Test
    void ceilingsThatGoTogetherAreBelieved() {
        assertThat(CeilingDoubt.about(ceilings(rate(116), 200, 110, 20))).isEmpty();
        assertThat(CeilingDoubt.about(ceilings(rate(116), 100, 110, 20))).as("as near as noise").isEmpty();
    }

    @Test
    void aFartherLevelIsNotFaster() {
        assertThat(CeilingDoubt.about(ceilings(rate(116), 200, 50, 60))).hasValueSatisfying(
                text -> assertThat(text).containsSubsequence("L2", "50 GB/s", "memory", "60"));
    }

    @Test
    void noProcessorWithVectorsIsAsSlowAsThat() {
        assertThat(CeilingDoubt.about(ceilings(rate(0.5), 200, 110, 20))).hasValueSatisfying(
                text -> assertThat(text).contains("one thread", "0.50 GFLOP/s"));
    }

    @Test
    void multiplyAddsThatAreSlowAtOneTimeAndFastAtAnotherAreDoubted() {
        assertThat(CeilingDoubt.about(ceilings(new Ceilings.Rate(100, 90, 110), 200, 110, 20))).isEmpty();
        assertThat(CeilingDoubt.about(ceilings(new Ceilings.Rate(100, 80, 110), 200, 110, 20))).hasValueSatisfying(
                text -> assertThat(text).contains("one thread", "80 to 110"));
    }

    @Test
    void theWorkerEndsWithFourAndTheReasonInItsLastLine() {
        int code = exitCode(() -> {
            CeilingDoubt.raise(CeilingDoubt.about(ceilings(rate(116), 200, 50, 60)));
            return ceilings(rate(116), 200, 50, 60);
        });

        assertThat(code).isEqualTo(4);
        assertThat(lines.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(errors.toString(StandardCharsets.UTF_8).lines()).hasSize(1).first().asString()
                .contains("L2", "50 GB/s");
    }

    @Test
    void theWorkerEndsWithOneWhereAForkFailedAndWithZeroWhereNothingDid() {
        assertThat(exitCode(() -> {
            throw new RunnerException("No fork could be started");
        })).isEqualTo(1);
        assertThat(lines.toString(StandardCharsets.UTF_8)).isEmpty();

        assertThat(exitCode(() -> ceilings(rate(116), 200, 110, 20))).isZero();
        assertThat(lines.toString(StandardCharsets.UTF_8).lines()).hasSize(1).first().asString().contains("\"L2\"");
    }

    private int exitCode(Worker.CeilingSource source) {
        return Worker.measureCeilings(
                source, new PrintStream(lines, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private static ForkSamples times(double bytesPerOp, double... times) {
        return new ForkSamples(Arrays.stream(times).mapToObj(time -> iteration(false, time, bytesPerOp)).toList());
    }

    private static Iteration iteration(boolean warmup, double time, double bytesPerOp) {
        return new Iteration(warmup, time, Map.of(Fact.BYTES_PER_OP, bytesPerOp));
    }

    private static Ceilings ceilings(Ceilings.Rate arithmetic, double l1, double l2, double memory) {
        return new Ceilings(
                "2026-01-02T03:04:05Z", "25", List.of(new Ceilings.Compute(1, arithmetic)),
                List.of(level("L1", 32_768L, l1), level("L2", 1_048_576L, l2), level("memory", null, memory)));
    }

    private static Ceilings.Bandwidth level(String name, Long upToBytes, double gbPerSecond) {
        return new Ceilings.Bandwidth(name, upToBytes, 1, Ceilings.Pattern.LOAD, rate(gbPerSecond));
    }

    private static Ceilings.Rate rate(double sure) {
        return new Ceilings.Rate(sure, sure, sure);
    }
}
