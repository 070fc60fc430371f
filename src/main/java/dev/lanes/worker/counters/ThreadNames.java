package dev.lanes.worker.counters;

import java.util.Arrays;
import java.util.stream.Stream;

/// The names of the JVM's live platform threads, those of the JDK included.
final class ThreadNames {
    private static final ThreadGroup ALL = root(Thread.currentThread().getThreadGroup());
    /// How many may begin while they are listed.
    private static final int SPARE = 10;

    private ThreadNames() {}

    /// Threads are listed without their stacks, which would stop them all.
    static Stream<String> read() {
        Thread[] threads = new Thread[ALL.activeCount() + SPARE];
        int count = ALL.enumerate(threads);
        return Arrays.stream(threads, 0, count).map(Thread::getName);
    }

    private static ThreadGroup root(ThreadGroup group) {
        return group.getParent() == null ? group : root(group.getParent());
    }
}
