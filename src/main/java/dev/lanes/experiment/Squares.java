package dev.lanes.experiment;

/// Numbers and their squares: work so small that it is not worth sharing out.
public final class Squares {
    private final float[] numbers;
    private final float[] squares;

    public Squares(float[] numbers) {
        this.numbers = numbers;
        this.squares = new float[numbers.length];
    }

    /// Squares all numbers on the thread that asks.
    public float[] inOneLoop() {
        square(0, numbers.length);
        return squares;
    }

    /// Makes a task of every single number.
    public float[] oneTaskPerNumber(Pooled pool) {
        // Slow: a task costs thousands of times what the multiplication in it does.
        pool.forEach(numbers.length, at -> squares[at] = numbers[at] * numbers[at]);
        return squares;
    }

    /// Makes a task of one run of neighbours per worker.
    public float[] chunkPerWorker(Pooled pool) {
        // Better: the price of a task is paid once per worker, not once per number.
        pool.forEachChunk(numbers.length, this::square);
        return squares;
    }

    private void square(int from, int to) {
        for (int at = from; at < to; at++) {
            squares[at] = numbers[at] * numbers[at];
        }
    }
}
