package dev.lanes.worker.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.stats.Fact;
import dev.lanes.stats.Iteration;
import dev.lanes.stats.trust.Given;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final double[] STEADY = {10, 10.1, 10, 10.1, 10, 10.1, 10, 10.1};

    @Test
    void onlyAPoolWaitsUntilTheCompilersRest() {
        List<Iteration> compiling = Given.iterations(Map.of(Fact.COMPILER_SHARE, 0.3), STEADY, new double[0]);
        List<Iteration> resting = Given.iterations(Map.of(Fact.COMPILER_SHARE, 0.05), STEADY, new double[0]);

        assertThat(WarmUp.mayEnd(compiling, false)).isTrue();
        assertThat(WarmUp.mayEnd(compiling, true)).isFalse();
        assertThat(WarmUp.mayEnd(resting, true)).isTrue();
    }
}
