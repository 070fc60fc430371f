package dev.lanes.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Plan;
import dev.lanes.stats.trust.Given;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllocationTest {
    @Test
    void objectsOfTheOperationsAreCountedPerOperation() {
        assertThat(allocated(1_200, 1_000)).isEqualTo(1_200);
    }

    @Test
    void whatJmhAllocatesAroundAnIterationIsNotTheOperations() {
        assertThat(allocated(30_000, 2)).isZero();
        assertThat(allocated(40_000, 2)).isEqualTo(40_000);
    }

    @Test
    void lessThanAnObjectIsNothing() {
        assertThat(allocated(15, 1e9)).isZero();
    }

    @Test
    void itIsNotKnownOfACallFromColdNorWhereNobodyCounted() {
        Map<Fact, Double> facts = Map.of(Fact.BYTES_PER_OP, 1e6, Fact.OPERATIONS, 1.0);

        assertThat(Allocation.perOperation(Given.calls(Plan.Execution.FROM_COLD, facts, 10, 10))).isNaN();
        assertThat(Allocation.perOperation(Given.calls(Plan.Execution.INTERPRETED, facts, 10, 10))).isEqualTo(1e6);
        assertThat(Allocation.perOperation(Given.times(new double[] {10, 10}))).isNaN();
    }

    private static double allocated(double bytes, double operations) {
        return Allocation.perOperation(Given.forks(
                Map.of(Fact.BYTES_PER_OP, bytes, Fact.OPERATIONS, operations), new double[] {10, 10, 10}));
    }
}
