package dev.lanes.bench;

import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.net.VectorSoftmax;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A softmax of every row of a batch of scores, with more classes than any experiment has.
@State(Scope.Benchmark)
public class Softmaxes {
    private static final int ROWS = 64;
    private static final int CLASSES = 1_000;

    /// Floating-point operations of a number: it is compared with the largest one and that is subtracted (2). Its
    /// exponential is a factor, the number added and subtracted that rounds (3), and nine multiply-adds that count
    /// twice (18). It is added up and scaled (2).
    private static final int FLOPS_OF_A_NUMBER = 25;

    static final double FLOPS = (double) FLOPS_OF_A_NUMBER * ROWS * CLASSES;

    private float[][] scores;
    private float[][] probabilities;

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        scores = new float[ROWS][];
        Arrays.setAll(scores, row -> SeededInputs.uniform(random, CLASSES, -10, 10));
        probabilities = new float[ROWS][CLASSES];
    }

    @Benchmark
    public float[][] softmax() {
        for (int row = 0; row < ROWS; row++) {
            VectorSoftmax.of(scores[row], probabilities[row]);
        }
        return probabilities;
    }
}
