package dev.lanes.worker.check;

import java.lang.reflect.Array;

/// Compares two outputs number by number. An output is a number, or an array of outputs.
public final class Outputs {
    private double largestError;
    private double largestValue;
    private double expected;
    private double found;

    private Outputs() {}

    /// @throws IllegalArgumentException where an output is neither number nor array
    public static Comparison compare(Object baseline, Object variant) {
        Outputs outputs = new Outputs();
        outputs.visit(baseline, variant);
        return new Comparison(outputs.largestError, outputs.largestValue, outputs.expected - outputs.found,
                outputs.expected);
    }

    private void visit(Object baseline, Object variant) {
        if (baseline instanceof Number expectedNumber && variant instanceof Number foundNumber) {
            visit(expectedNumber.doubleValue(), foundNumber.doubleValue());
        } else if (baseline instanceof float[] expectedFloats && variant instanceof float[] foundFloats
                && expectedFloats.length == foundFloats.length) {
            for (int i = 0; i < expectedFloats.length; i++) {
                visit(expectedFloats[i], foundFloats[i]);
            }
        } else if (isArray(baseline) && isArray(variant) && Array.getLength(baseline) == Array.getLength(variant)) {
            for (int i = 0; i < Array.getLength(baseline); i++) {
                visit(Array.get(baseline, i), Array.get(variant, i));
            }
        } else if (isOutput(baseline) && isOutput(variant)) {
            // One is longer or deeper than the other.
            largestError = Double.POSITIVE_INFINITY;
        } else {
            throw new IllegalArgumentException("An output must be a number or an array of numbers, not %s and %s"
                    .formatted(baseline, variant));
        }
    }

    private void visit(double expectedNumber, double foundNumber) {
        expected += expectedNumber;
        found += foundNumber;
        largestValue = Math.max(largestValue, Math.abs(expectedNumber));
        if (Double.compare(expectedNumber, foundNumber) != 0 && expectedNumber != foundNumber) {
            double error = Math.abs(expectedNumber - foundNumber);
            largestError = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(largestError, error);
        }
    }

    private static boolean isOutput(Object output) {
        return output instanceof Number || isArray(output);
    }

    private static boolean isArray(Object output) {
        return output != null && output.getClass().isArray();
    }
}
