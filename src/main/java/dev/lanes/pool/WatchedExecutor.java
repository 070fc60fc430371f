package dev.lanes.pool;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;

/// An executor whose submitted tasks are run by a watch, which sees each end before its future does. No pool has one
/// while it is timed.
final class WatchedExecutor extends AbstractExecutorService {
    private final ExecutorService executor;
    private final TaskWatch watch;

    WatchedExecutor(ExecutorService executor, TaskWatch watch) {
        this.executor = executor;
        this.watch = watch;
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Runnable task, T result) {
        return super.newTaskFor(() -> watch.run(task), result);
    }

    @Override
    public void shutdown() {
        executor.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return executor.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return executor.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return executor.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return executor.awaitTermination(timeout, unit);
    }
}
