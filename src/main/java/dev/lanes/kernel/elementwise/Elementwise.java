package dev.lanes.kernel.elementwise;

/// Operations of arrays with one number, as array libraries have them: each reads
/// and writes every number of a run once, and does one step of arithmetic with it.
///
/// All work on the places `from` (included) to `to` (excluded); `output` may be `input`.
public final class Elementwise {
    private Elementwise() {}

    /// Sets the output to `input + addend`.
    public static void add(
            float[] input, float addend, float[] output, int from, int to) {
        for (int at = from; at < to; at++) {
            output[at] = input[at] + addend;
        }
    }

    /// Sets the output to `input * factor`.
    public static void multiply(
            float[] input, float factor, float[] output, int from, int to) {
        for (int at = from; at < to; at++) {
            output[at] = input[at] * factor;
        }
    }

    /// Sets the output to `input / divisor`.
    public static void divide(
            float[] input, float divisor, float[] output, int from, int to) {
        for (int at = from; at < to; at++) {
            output[at] = input[at] / divisor;
        }
    }

    /// Sets the output to the input where that is larger than `least`, else to `least`.
    public static void atLeast(
            float[] input, float least, float[] output, int from, int to) {
        for (int at = from; at < to; at++) {
            output[at] = Math.max(input[at], least);
        }
    }
}
