package dev.lanes.experiment;

/// Numbers and their squares: work so small that it is not worth sharing out.
public final class Squares {
    private static final int MOST_TASKS = 100_000;

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

    /// Makes a task of every single number; of very many in several goes, or their
    /// tasks would not fit into memory together.
    public float[] oneTaskPerNumber(Pooled pool) {
        for (int from = 0; from < numbers.length; from += MOST_TASKS) {
            int first = from;
            // Slow: a task costs hundreds of times what the multiplication in it does.
            pool.forEach(Math.min(MOST_TASKS, numbers.length - first), task -> {
                int at = first + task;
                squares[at] = numbers[at] * numbers[at];
            });
        }
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
