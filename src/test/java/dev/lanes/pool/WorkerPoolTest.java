package dev.lanes.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("watches the pools of the whole JVM")
class WorkerPoolTest {
    private final AtomicInteger ended = new AtomicInteger();
    private final Map<String, Integer> threads = new ConcurrentHashMap<>();

    @AfterEach
    void nobodyWatches() {
        WorkerPool.watch(null);
    }

    @Test
    void aWatchSeesEveryTaskEndBeforeThePoolSaysSo() {
        WorkerPool.watch(this::seen);
        try (WorkerPool pool = WorkerPool.open(PoolKind.PLATFORM, 2)) {
            for (int round = 1; round <= 50; round++) {
                pool.forEach(4, task -> {});
                assertThat(ended).hasValue(round * 4);
            }
        }
        assertThat(threads.keySet()).hasSizeLessThanOrEqualTo(2).doesNotContain(Thread.currentThread().getName());
    }

    @Test
    void aWatchSeesASubmittedTaskEndBeforeItsFuture() {
        WorkerPool.watch(this::seen);
        try (WorkerPool pool = WorkerPool.open(PoolKind.PLATFORM, 2)) {
            for (int round = 1; round <= 50; round++) {
                WorkerPool.waitFor(pool.submit(() -> {}));
                assertThat(ended).hasValue(round);
            }
        }
        assertThat(threads.keySet()).doesNotContain(Thread.currentThread().getName());
    }

    @Test
    void aTaskMayWaitForOneSubmittedBeforeItEvenOnASingleThread() {
        List<String> order = new ArrayList<>();
        try (WorkerPool pool = WorkerPool.open(PoolKind.PLATFORM, 1)) {
            Future<?> first = pool.submit(() -> order.add("first"));
            WorkerPool.waitFor(pool.submit(() -> {
                WorkerPool.waitFor(first);
                order.add("second");
            }));
        }
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void whoeverWaitsForATaskLearnsWhyItFailed() {
        try (WorkerPool pool = WorkerPool.open(PoolKind.PLATFORM, 1)) {
            Future<?> failing = pool.submit(() -> {
                throw new IllegalArgumentException("too heavy");
            });
            assertThatIllegalStateException().isThrownBy(() -> WorkerPool.waitFor(failing))
                    .withCause(new IllegalArgumentException("too heavy"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 12})
    void everyItemIsInOneChunkWhateverTheirNumber(int items) {
        AtomicIntegerArray worked = new AtomicIntegerArray(items);
        try (WorkerPool pool = WorkerPool.open(PoolKind.PLATFORM, 3)) {
            pool.forEachChunk(items, (from, to) -> IntStream.range(from, to).forEach(worked::incrementAndGet));
        }
        assertThat(IntStream.range(0, items).map(worked::get)).allMatch(times -> times == 1);
    }

    @Test
    void aPoolOpenedWithoutAWatchIsNeverWatched() {
        try (WorkerPool pool = WorkerPool.open(PoolKind.PLATFORM, 2)) {
            WorkerPool.watch(this::seen);
            pool.forEach(4, task -> {});
        }
        assertThat(ended).hasValue(0);
    }

    private void seen(Runnable task) {
        task.run();
        threads.merge(Thread.currentThread().getName(), 1, Integer::sum);
        ended.incrementAndGet();
    }
}
