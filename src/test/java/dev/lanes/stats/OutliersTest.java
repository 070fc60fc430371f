package dev.lanes.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Plan;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutliersTest {
    @Test
    void timesOutsideOfTheFencesAreOutliers() {
        assertThat(of(10, 10.1, 9.9, 10, 30, 10.1)).containsExactly(4);
        assertThat(of(10, 10, 10, 10, 10, 10, 10, 5)).containsExactly(7);
    }

    @Test
    void whatIsCloseToTheMedianIsNone() {
        assertThat(of(10, 10, 10, 10, 10.1)).isEmpty();
    }

    @Test
    void amongFewThereAreNone() {
        assertThat(of(10, 10, 90)).isEmpty();
    }

    @Test
    void theirPlacesAreAmongAllMeasuredIterationsOfAllForks() {
        CaseSamples samples = CaseSamples.alone(Plan.Execution.COMPILED);
        samples.add(fork(10, 10.1, 9.9, 10));
        samples.add(fork(10, 30, 10.1, 10));

        assertThat(samples.outliers()).containsExactly(5);
    }

    private static List<Integer> of(double... times) {
        return Outliers.of(times);
    }

    private static ForkSamples fork(double... times) {
        return new ForkSamples(Stream.concat(
                        DoubleStream.generate(() -> 10).limit(4).mapToObj(time -> new Iteration(true, time, Map.of())),
                        DoubleStream.of(times).mapToObj(time -> new Iteration(false, time, Map.of())))
                .toList());
    }
}
