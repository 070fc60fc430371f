package dev.lanes.kernel.elementwise;

/// The rectifier: a negative number becomes zero, any other stays.
public final class Relu {
    private Relu() {}

    /// Rectifies every number where it stands; NaN stays NaN.
    public static void inPlace(float[] numbers) {
        byMaximum(numbers, numbers);
    }

    /// Sets each of `rectified` to the larger one of the number in its place and zero.
    public static void byMaximum(float[] numbers, float[] rectified) {
        for (int at = 0; at < numbers.length; at++) {
            // No way to go but one: the compiler may take many numbers at a time.
            rectified[at] = Math.max(numbers[at], 0);
        }
    }

    /// As [#byMaximum], with a decision for every number.
    public static void byBranch(float[] numbers, float[] rectified) {
        for (int at = 0; at < numbers.length; at++) {
            // Slow where signs are mixed: the processor has to guess which way to go.
            if (numbers[at] < 0) {
                rectified[at] = 0;
            } else {
                rectified[at] = numbers[at];
            }
        }
    }
}
