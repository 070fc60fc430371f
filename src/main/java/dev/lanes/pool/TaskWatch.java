package dev.lanes.pool;

/// Someone who sees every task of a pool begin and end. See [WorkerPool#watch].
@FunctionalInterface
public interface TaskWatch {
    /// Runs the task, on the thread that the pool chose for it.
    void run(Runnable task);
}
