package dev.lanes.experiment;

import java.util.ArrayList;
import java.util.List;

/// Numbers as an interpreted language has them: each an object of its own, in lists
/// that refer to them.
public final class BoxedLists {
    private BoxedLists() {}

    /// The numbers, each in an object.
    public static List<Float> of(float[] numbers) {
        return slice(numbers, 0, numbers.length);
    }

    /// A list for each row of a matrix that is stored row after row.
    public static List<List<Float>> rows(float[] matrix, int columns) {
        List<List<Float>> rows = new ArrayList<>(matrix.length / columns);
        for (int from = 0; from < matrix.length; from += columns) {
            rows.add(slice(matrix, from, from + columns));
        }
        return rows;
    }

    private static List<Float> slice(float[] numbers, int from, int to) {
        List<Float> boxed = new ArrayList<>(to - from);
        for (int at = from; at < to; at++) {
            boxed.add(numbers[at]);
        }
        return boxed;
    }
}
