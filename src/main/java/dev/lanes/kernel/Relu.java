package dev.lanes.kernel;

/// The rectifier: a negative number becomes zero, any other stays.
public final class Relu {
    private Relu() {}

    /// Rectifies every number where it stands; NaN stays NaN.
    public static void inPlace(float[] numbers) {
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = Math.max(numbers[at], 0);
        }
    }
}
