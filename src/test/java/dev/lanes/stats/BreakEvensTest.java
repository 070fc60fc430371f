package dev.lanes.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanes.event.Speedup;
import dev.lanes.event.Swept;
import dev.lanes.event.Swept.BreakEven;
import dev.lanes.event.Swept.Than;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreakEvensTest {
    private static final double COUNTS = 0.03;

    @Test
    void betweenTwoClearPointsTheRatioIsInterpolatedOnBothLogarithms() {
        BreakEven only = only(List.of(point(10, 0.5, 0.4, 0.625), point(1000, 2, 1.6, 2.5)));

        assertThat(only.at()).isCloseTo(100, within(1e-9));
        assertThat(only.then()).isEqualTo(Than.FASTER);
    }

    @Test
    void onALinearScaleTheParameterItselfIsInterpolated() {
        List<BreakEven> found = BreakEvens.of(
                List.of(point(0, 0.5, 0.4, 0.625), point(100, 2, 1.6, 2.5)), false, COUNTS);

        assertThat(found).singleElement().satisfies(one -> assertThat(one.at()).isCloseTo(50, within(1e-9)));
    }

    @Test
    void itsIntervalLiesBetweenTheTwoNeighboursAndGrowsWithTheirs() {
        BreakEven close = only(List.of(point(10, 0.5, 0.45, 0.55), point(1000, 2, 1.8, 2.2)));
        BreakEven wide = only(List.of(point(10, 0.5, 0.3, 0.8), point(1000, 2, 1.2, 3.2)));

        for (BreakEven one : List.of(close, wide)) {
            assertThat(one.low()).isBetween(10.0, one.at());
            assertThat(one.high()).isBetween(one.at(), 1000.0);
        }
        assertThat(wide.low()).isLessThan(close.low());
        assertThat(wide.high()).isGreaterThan(close.high());
    }

    @Test
    void pointsThatAreNotClearWidenTheIntervalAndMakeNoFurtherBreakEven() {
        BreakEven only = only(List.of(
                point(1, 0.5, 0.45, 0.55), point(2, 1.01, 0.9, 1.1), point(4, 0.99, 0.9, 1.1),
                point(8, 1.02, 0.95, 1.1), point(16, 2, 1.9, 2.1)));

        assertThat(only.at()).isBetween(2.0, 8.0);
        assertThat(only.low()).isBetween(1.0, 2.0);
        assertThat(only.high()).isBetween(8.0, 16.0);
    }

    @Test
    void aDirectionThatTurnsTwiceBreaksEvenTwice() {
        List<BreakEven> found = of(List.of(
                point(1, 2, 1.9, 2.1), point(10, 0.5, 0.45, 0.55), point(100, 2, 1.9, 2.1)));

        assertThat(found).extracting(BreakEven::then).containsExactly(Than.SLOWER, Than.FASTER);
        assertThat(found.get(0).at()).isBetween(1.0, 10.0);
        assertThat(found.get(1).at()).isBetween(10.0, 100.0);
    }

    @Test
    void withoutAChangeThereIsNone() {
        assertThat(of(List.of(point(1, 2, 1.9, 2.1), point(2, 3, 2.9, 3.1)))).isEmpty();
        assertThat(of(List.of(point(1, 1, 0.9, 1.1), point(2, 1, 0.9, 1.1)))).isEmpty();
        assertThat(of(List.of())).isEmpty();
    }

    @Test
    void aDifferenceThatAppearsIsKnownFromItsFirstClearPointOn() {
        BreakEven only = only(List.of(point(1, 1, 0.95, 1.05), point(8, 0.5, 0.45, 0.55)));

        assertThat(only).isEqualTo(new BreakEven(null, null, 8.0, Than.SLOWER));
    }

    @Test
    void aDifferenceThatFadesIsKnownUpToItsLastClearPoint() {
        BreakEven only = only(List.of(point(1, 2, 1.9, 2.1), point(8, 1, 0.95, 1.05)));

        assertThat(only).isEqualTo(new BreakEven(null, 1.0, null, Than.UNCLEAR));
    }

    @Test
    void theIntervalCoversTheTrueBreakEvenAboutAsOftenAsThoseOfThePointsCoverTheirs() {
        Random random = new Random(7);
        int trials = 2000;
        long covered = IntStream.range(0, trials).filter(trial -> {
            List<Swept.Point> points = IntStream.rangeClosed(0, 8)
                    .mapToObj(at -> {
                        // The true ratio crosses 1 at 24, and is measured with a standard error of 4 %.
                        double measured = Math.pow((1 << at) / 24.0, 0.3) * Math.exp(0.04 * random.nextGaussian());
                        return point(1 << at, measured, measured * Math.exp(-0.0784), measured * Math.exp(0.0784));
                    })
                    .toList();
            BreakEven only = only(points);
            return only.low() <= 24 && 24 <= only.high();
        }).count();

        assertThat((double) covered / trials).isBetween(0.93, 1.0);
    }

    private static BreakEven only(List<Swept.Point> points) {
        List<BreakEven> found = of(points);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<BreakEven> of(List<Swept.Point> points) {
        return BreakEvens.of(points, true, COUNTS);
    }

    private static Swept.Point point(long at, double value, double low, double high) {
        return new Swept.Point(at, new Speedup(value, low, high));
    }
}
