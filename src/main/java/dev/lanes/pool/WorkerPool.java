package dev.lanes.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/// A number of workers that share out tasks.
public final class WorkerPool implements AutoCloseable {
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private static volatile TaskWatch watch;

    private final ExecutorService executor;
    private final int workers;

    private WorkerPool(ExecutorService executor, int workers) {
        this.executor = executor;
        this.workers = workers;
    }

    /// Opens a pool of `workers` platform threads, or of virtual threads on `workers` carriers.
    ///
    /// @throws IllegalStateException when this JVM was not started with as many carriers: the JDK reads
    ///         `jdk.virtualThreadScheduler.parallelism` once, so each count needs a JVM of its own
    public static WorkerPool open(PoolKind kind, int workers) {
        return switch (kind) {
            case PLATFORM -> new WorkerPool(seen(Executors.newFixedThreadPool(workers)), workers);
            case VIRTUAL -> {
                if (Integer.getInteger(CARRIERS, 0) != workers) {
                    throw new IllegalStateException("%s carriers need a JVM started with -D%s=%s"
                            .formatted(workers, CARRIERS, workers));
                }
                yield new WorkerPool(seen(Executors.newVirtualThreadPerTaskExecutor()), workers);
            }
        };
    }

    /// Has the tasks of every pool that is opened from now on run by `watcher`; null ends that. A pool that was opened
    /// without one runs its tasks itself, at no cost.
    public static void watch(TaskWatch watcher) {
        watch = watcher;
    }

    /// Runs one task for each number from 0 to `tasks` - 1 and returns when all have ended.
    public void forEach(int tasks, IntConsumer task) {
        List<Future<?>> running = new ArrayList<>(tasks);
        for (int number = 0; number < tasks; number++) {
            int mine = number;
            running.add(submit(() -> task.accept(mine)));
        }
        for (Future<?> one : running) {
            waitFor(one);
        }
    }

    /// Cuts `items` into one run of neighbours per worker and works on each as a single task.
    public void forEachChunk(int items, Chunk chunk) {
        forEach(workers, worker -> {
            int from = (int) ((long) items * worker / workers);
            int to = (int) ((long) items * (worker + 1) / workers);
            chunk.work(from, to);
        });
    }

    /// Hands over one task and does not wait for it. Platform threads begin tasks in the order of their submission, so
    /// that a task may wait for one submitted before it, however few the workers.
    public Future<?> submit(Runnable task) {
        return executor.submit(task);
    }

    /// Returns when the task has ended.
    ///
    /// @throws IllegalStateException when it failed, or when this thread was interrupted meanwhile
    public static void waitFor(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A task failed", failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a task", interruption);
        }
    }

    @Override
    public void close() {
        executor.close();
    }

    private static ExecutorService seen(ExecutorService executor) {
        TaskWatch watcher = watch;
        return watcher == null ? executor : new WatchedExecutor(executor, watcher);
    }

    /// Work on the items `from` (included) to `to` (excluded); called with an empty run where workers outnumber items.
    @FunctionalInterface
    public interface Chunk {
        void work(int from, int to);
    }
}
