package dev.lanes.experiment;

import dev.lanes.pool.PoolKind;
import java.util.function.Consumer;

/// Opens the pools that tests run variants on, and closes them.
public final class Pools {
    private static final int[] WORKERS = {1, 2, 4, 8};

    private Pools() {}

    /// Runs `variant` on one pool of platform threads after another, with every worker count a visitor may choose.
    public static void onEach(Consumer<Pooled> variant) {
        for (int workers : WORKERS) {
            on(workers, variant);
        }
    }

    /// Runs `variant` on a pool of `workers` platform threads.
    public static void on(int workers, Consumer<Pooled> variant) {
        Pooled pool = new Pooled();
        pool.pool = PoolKind.PLATFORM;
        pool.workers = workers;
        pool.open();
        try {
            variant.accept(pool);
        } finally {
            pool.close();
        }
    }
}
