package dev.lanes.experiment;

import dev.lanes.pool.PoolKind;
import dev.lanes.pool.WorkerPool;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// The pool that a variant runs on: a variant that takes one as its argument is measured on every kind of pool and
/// with every number of workers that the visitor chose.
@State(Scope.Benchmark)
public class Pooled {
    @Param("PLATFORM")
    public PoolKind pool;

    @Param("2")
    public int workers;

    private WorkerPool open;

    @Setup
    public void open() {
        open = WorkerPool.open(pool, workers);
    }

    @TearDown
    public void close() {
        open.close();
    }

    /// As [WorkerPool#forEach].
    public void forEach(int tasks, IntConsumer task) {
        open.forEach(tasks, task);
    }

    /// As [WorkerPool#forEachChunk].
    public void forEachChunk(int items, WorkerPool.Chunk chunk) {
        open.forEachChunk(items, chunk);
    }

    /// As [WorkerPool#submit].
    public Future<?> submit(Runnable task) {
        return open.submit(task);
    }
}
