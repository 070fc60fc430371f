package dev.lanes.experiment.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class MemoryLadderTest {
    @ParameterizedTest
    @ValueSource(ints = {12, 17, 26})
    void everyWalkMakesTheSameNumberOfLoads(int size) {
        MemoryLadder experiment = new MemoryLadder();
        experiment.size = size;
        experiment.fill();
        assertThat(experiment.randomOrder()).isEqualTo(MemoryLadder.LOADS);
        assertThat(experiment.randomInThirdCache()).isEqualTo(MemoryLadder.LOADS);
        assertThat(experiment.randomInSecondCache()).isEqualTo(MemoryLadder.LOADS);
        assertThat(experiment.randomInFirstCache()).isEqualTo(MemoryLadder.LOADS);
        assertThat(experiment.inSequence()).isEqualTo(MemoryLadder.LOADS);
        assertThat(experiment.inRegisters()).isEqualTo(MemoryLadder.LOADS);
    }

    @Test
    void itTellsHowMuchMemoryWasWalked() {
        MemoryLadder experiment = new MemoryLadder();
        experiment.size = 22;
        experiment.fill();
        experiment.inRegisters();
        assertThat(experiment.walkedKib()).isNaN();
        experiment.randomInFirstCache();
        double first = experiment.walkedKib();
        experiment.randomInThirdCache();
        assertThat(first).isPositive().isLessThan(experiment.walkedKib());
        experiment.randomOrder();
        assertThat(experiment.walkedKib()).isEqualTo(4096);
    }

    @ParameterizedTest
    @ValueSource(longs = {12, 28})
    void theWorkingSetIsTheChosenWalkAndThoseOfTheCaches(long size) {
        assertThat(MemoryLadder.bytes(size)).isGreaterThan(1L << size);
        assertThat(MemoryLadder.bytes(size) - (1L << size)).isEqualTo(MemoryLadder.bytes(20) - (1L << 20));
    }
}
