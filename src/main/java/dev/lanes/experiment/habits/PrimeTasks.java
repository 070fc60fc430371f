package dev.lanes.experiment.habits;

import dev.lanes.kernel.Primes;

/// CPU-bound tasks of about the same length: each counts the primes among the next
/// `numbers` numbers, from a million on.
record PrimeTasks(int numbers) {
    private static final int FIRST = 1_000_000;

    /// The first number of a task; the first of the next one is its end.
    int from(int task) {
        return FIRST + task * numbers;
    }

    int count(int task) {
        return Primes.count(from(task), from(task + 1));
    }
}
