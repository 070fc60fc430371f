package dev.lanes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanes.event.Fit;
import dev.lanes.event.Plan;
import dev.lanes.event.Score;
import dev.lanes.stats.Amdahl.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmdahlTest {
    private static final double ONE_WORKER_NS = 8_000;
    private static final int[] COUNTS = {1, 2, 4, 8};

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.12, 0.5, 0.9})
    void aKnownSerialShareIsRecovered(double share) {
        Fit curve = curve(fit(exact(law(share), 0.005, COUNTS), 8));

        assertThat(curve.serialShare().value()).isCloseTo(share, within(0.001));
        assertThat(curve.serialShare().low()).isBetween(0.0, share);
        assertThat(curve.serialShare().high()).isBetween(share, share + 0.03);
        assertThat(curve.oneWorkerNs()).isCloseTo(ONE_WORKER_NS, within(1.0));
        assertThat(curve.workers()).containsExactly(1, 2, 4, 8);
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.02", "0.12, 0.03", "0.4, 0.03", "0.12, 0.005"})
    void theIntervalCoversTheTrueShareAboutAsOftenAsItSays(double share, double noise) {
        Random random = new Random(7);
        int runs = 2_000;
        int covered = 0;
        int fitted = 0;
        for (int run = 0; run < runs; run++) {
            Fit.Share told = fit(noisy(law(share), noise, random, COUNTS), 8).serialShare();
            if (told != null) {
                fitted++;
                covered += told.low() <= share && share <= told.high() ? 1 : 0;
            }
        }

        assertThat(fitted).isGreaterThan(runs * 99 / 100);
        // The Birge ratio can only widen, so that a little more than 95 % is right.
        assertThat((double) covered / fitted).isBetween(0.945, 0.985);
    }

    @Test
    void pointsThatLieFurtherApartThanTheirIntervalsSayWidenTheInterval() {
        List<Point> claimed = exact(law(0.1), 0.005, COUNTS);
        List<Point> bent = exact(workers -> law(0.1).applyAsDouble(workers) * (workers == 4 ? 1.1 : 1), 0.005, COUNTS);

        assertThat(width(fit(bent, 8))).isGreaterThan(3 * width(fit(claimed, 8)));
    }

    @Test
    void theOneWorkerPointNeedsNoPlaceAmongThePoints() {
        Fit curve = curve(fit(exact(law(0.2), 0.002, 2, 4, 8), 8));

        assertThat(curve.serialShare().value()).isCloseTo(0.2, within(0.001));
        assertThat(curve.oneWorkerNs()).isCloseTo(ONE_WORKER_NS, within(1.0));
    }

    @Test
    void pointsBeyondTheCoresAreLeftOut() {
        List<Point> points = exact(workers -> law(0.1).applyAsDouble(Math.min(workers, 4)) * (workers > 4 ? 3 : 1),
                0.005, 1, 2, 4, 8, 16);

        Fit curve = curve(fit(points, 4));

        assertThat(curve.serialShare().value()).isCloseTo(0.1, within(0.001));
        assertThat(curve.workers()).containsExactly(1, 2, 4);
    }

    @Test
    void fewerThanThreeCountsAreRefused() {
        assertThat(refusal(exact(law(0.1), 0.01, 1, 2), 8))
                .contains("three", "two").doesNotContain("core");
    }

    @Test
    void fewerThanThreeCountsWithACoreForEachWorkerAreRefused() {
        assertThat(refusal(exact(law(0.1), 0.01, COUNTS), 2))
                .contains("three", "2 cores", "two");
    }

    @Test
    void aChangeSmallerThanTheNoiseIsRefused() {
        assertThat(refusal(exact(law(0.97), 0.05, COUNTS), 8))
                .contains("noise").doesNotContainPattern("\\d");
    }

    @Test
    void anIntervalOverHalfOfAllSharesIsRefused() {
        assertThat(refusal(exact(law(0.4), 0.3, 1, 2, 4), 8)).containsAnyOf("noise", "noisy");
        assertThat(refusal(exact(law(0.3), 0.17, 1, 2, 4), 8)).containsPattern("noise.* \\d+ to \\d+ %");
    }

    @Test
    void timesThatGrowWithTheWorkersAreRefused() {
        assertThat(refusal(exact(workers -> 1_000 * workers, 0.01, COUNTS), 8)).contains("grows with");
    }

    @Test
    void timesThatFallFasterThanWorkersGrowAreRefused() {
        assertThat(refusal(exact(workers -> 1_000 / Math.pow(workers, 1.5), 0.01, COUNTS), 8))
                .contains("falls faster");
    }

    @Test
    void noiseAloneIsNeverTakenForAGain() {
        Random random = new Random(11);
        long curves = IntStream.range(0, 2_000)
                .filter(run -> fit(noisy(law(1), 0.03, random, COUNTS), 8).serialShare() != null)
                .count();

        assertThat(curves).isLessThan(2_000 * 5 / 100);
    }

    private static IntToDoubleFunction law(double share) {
        return workers -> ONE_WORKER_NS * (share + (1 - share) / workers);
    }

    private static List<Point> exact(IntToDoubleFunction time, double error, int... counts) {
        return IntStream.of(counts).mapToObj(count -> point(count, time.applyAsDouble(count), error)).toList();
    }

    private static List<Point> noisy(IntToDoubleFunction time, double error, Random random, int... counts) {
        List<Point> points = new ArrayList<>();
        for (int count : counts) {
            points.add(point(count, time.applyAsDouble(count) * Math.exp(error * random.nextGaussian()), error));
        }
        return points;
    }

    private static Point point(int workers, double ns, double error) {
        return new Point(workers, new Score(ns, ns * Math.exp(-1.96 * error), ns * Math.exp(1.96 * error), "ns/op",
                0.95, 30, 3));
    }

    private static Fit fit(List<Point> points, int cores) {
        return Amdahl.fit("variant", Plan.Pool.PLATFORM, points, cores);
    }

    private static Fit curve(Fit fit) {
        assertThat(fit.serialShare()).as(fit.refusal()).isNotNull();
        return fit;
    }

    private static double width(Fit fit) {
        return curve(fit).serialShare().high() - fit.serialShare().low();
    }

    private static String refusal(List<Point> points, int cores) {
        Fit fit = fit(points, cores);
        assertThat(fit.serialShare()).isNull();
        return fit.refusal();
    }
}
