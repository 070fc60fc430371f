package dev.lanes.kernel.net;

import static dev.lanes.kernel.Lanes.COUNT;
import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// The twin of [Dense] on the vector unit.
public final class VectorDense {
    private VectorDense() {}

    /// As [Dense#layer].
    public static void layer(
            float[] input, float[] weights, float[] biases, float[] output) {
        int outputs = output.length;
        int j = 0;
        for (; j <= outputs - 4 * COUNT; j += 4 * COUNT) {
            fourVectors(input, weights, biases, output, j);
        }
        for (; j <= outputs - COUNT; j += COUNT) {
            oneVector(input, weights, biases, output, j);
        }
        for (; j < outputs; j++) {
            float sum = biases[j];
            for (int i = 0; i < input.length; i++) {
                sum += input[i] * weights[i * outputs + j];
            }
            output[j] = sum;
        }
    }

    private static void fourVectors(
            float[] input, float[] weights, float[] biases, float[] output, int j) {
        // Four sums take turns: none has to wait until its last addition is through.
        FloatVector sum0 = FloatVector.fromArray(FLOATS, biases, j);
        FloatVector sum1 = FloatVector.fromArray(FLOATS, biases, j + COUNT);
        FloatVector sum2 = FloatVector.fromArray(FLOATS, biases, j + 2 * COUNT);
        FloatVector sum3 = FloatVector.fromArray(FLOATS, biases, j + 3 * COUNT);
        for (int i = 0; i < input.length; i++) {
            FloatVector factor = FloatVector.broadcast(FLOATS, input[i]);
            int from = i * output.length + j;
            FloatVector row0 = FloatVector.fromArray(FLOATS, weights, from);
            FloatVector row1 = FloatVector.fromArray(FLOATS, weights, from + COUNT);
            FloatVector row2 = FloatVector.fromArray(FLOATS, weights, from + 2 * COUNT);
            FloatVector row3 = FloatVector.fromArray(FLOATS, weights, from + 3 * COUNT);
            sum0 = factor.fma(row0, sum0);
            sum1 = factor.fma(row1, sum1);
            sum2 = factor.fma(row2, sum2);
            sum3 = factor.fma(row3, sum3);
        }
        sum0.intoArray(output, j);
        sum1.intoArray(output, j + COUNT);
        sum2.intoArray(output, j + 2 * COUNT);
        sum3.intoArray(output, j + 3 * COUNT);
    }

    private static void oneVector(
            float[] input, float[] weights, float[] biases, float[] output, int j) {
        FloatVector sums = FloatVector.fromArray(FLOATS, biases, j);
        for (int i = 0; i < input.length; i++) {
            FloatVector factor = FloatVector.broadcast(FLOATS, input[i]);
            int from = i * output.length + j;
            sums = factor.fma(FloatVector.fromArray(FLOATS, weights, from), sums);
        }
        sums.intoArray(output, j);
    }
}
