package dev.lanes.experiment;

import dev.lanes.kernel.elementwise.VectorAddition;
import java.util.Arrays;

/// Sums that each worker has to itself until they are merged: nobody waits for a lock,
/// and no update is lost.
public final class SumsPerWorker {
    private static final int MOST_WORKERS = 8;

    private final float[][] sumsOfWorkers;

    /// @param length numbers in each worker's sums
    public SumsPerWorker(int length) {
        sumsOfWorkers = new float[MOST_WORKERS][length];
    }

    /// Sets `total` to what all items from 0 to `items` - 1 add up to; every worker takes
    /// each item that is as many places after its last as there are workers.
    public void addUp(Pooled pool, int items, Item item, float[] total) {
        int workers = pool.workers;
        pool.forEach(workers, worker -> {
            // Right and fast: no other worker touches these sums.
            float[] own = sumsOfWorkers[worker];
            Arrays.fill(own, 0);
            for (int number = worker; number < items; number += workers) {
                item.addTo(number, own);
            }
        });
        Arrays.fill(total, 0);
        for (int worker = 0; worker < workers; worker++) {
            VectorAddition.add(total, sumsOfWorkers[worker], total);
        }
    }

    /// What the item of that number adds to the sums.
    @FunctionalInterface
    public interface Item {
        void addTo(int number, float[] sums);
    }
}
