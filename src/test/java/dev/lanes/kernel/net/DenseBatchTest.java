package dev.lanes.kernel.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.lanes.kernel.Numbers;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DenseBatchTest {
    private static final int ROWS = 23;
    private static final int INPUTS = 70;

    private final DenseNet network = new DenseNet(new Random(1), INPUTS, 67, 33, 10);
    private final float[] samples = Numbers.signed(ROWS * INPUTS, 2);

    @Test
    void aBatchGetsTheScoresOfItsSamplesOneByOne() {
        DenseBatch batch = new DenseBatch(network, samples, ROWS);
        batch.forward(0, ROWS);
        for (int row = 0; row < ROWS; row++) {
            float[] sample = Arrays.copyOfRange(samples, row * INPUTS, (row + 1) * INPUTS);
            float[] expected = network.forward(network.activationsFor(sample));
            assertThat(Arrays.copyOfRange(batch.scores(), row * 10, row * 10 + 10))
                    .as("scores of sample %d", row)
                    .containsExactly(expected, offset(1e-4f));
        }
    }

    @Test
    void chunksTakenThroughPartsOfTheNetworkMakeTheSameScores() {
        float[] whole = scoresOfTheWhole();
        DenseBatch batch = new DenseBatch(network, samples, ROWS);
        for (int[] rows : new int[][] {{7, 22}, {22, 23}, {0, 7}, {7, 7}, {23, 23}}) {
            batch.forward(0, 2, rows[0], rows[1]);
        }
        for (int[] rows : new int[][] {{0, 1}, {1, 23}}) {
            batch.forward(2, 3, rows[0], rows[1]);
        }
        assertThat(batch.scores()).containsExactly(whole);
    }

    @Test
    void aSecondRoundDoesNotBuildOnTheFirst() {
        float[] whole = scoresOfTheWhole();
        DenseBatch batch = new DenseBatch(network, samples, ROWS);
        batch.forward(0, ROWS);
        batch.forward(0, ROWS);
        assertThat(batch.scores()).containsExactly(whole);
    }

    private float[] scoresOfTheWhole() {
        DenseBatch batch = new DenseBatch(network, samples, ROWS);
        batch.forward(0, ROWS);
        return batch.scores();
    }
}
