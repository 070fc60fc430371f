package dev.lanes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OpenPoolTest {
    private static final int CALLERS = 2;
    private static final int CALLS_TO_A_FAILURE = 10;
    private static final Duration TIME = Duration.ofMillis(800);

    private final OpenPool<Pool> current = new OpenPool<>(pool -> pool.closed = true);
    private final List<Pool> opened = new ArrayList<>();

    private static final class Pool {
        private volatile boolean closed;
    }

    /// Many calls fail at the same pool while another call opens a new one.
    @Test
    void everyPoolIsClosedHoweverManyFindItBroken() throws Exception {
        long deadline = System.nanoTime() + TIME.toNanos();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                all.add(callers.submit(() -> {
                    for (int call = 0; System.nanoTime() < deadline; call++) {
                        Pool pool = found();
                        if (call % CALLS_TO_A_FAILURE == 0) {
                            current.drop(pool);
                        }
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        current.drop(current.get());

        assertThat(opened).hasSizeGreaterThan(CALLERS);
        assertThat(opened.stream().filter(pool -> !pool.closed).count()).isZero();
    }

    @Test
    void aPoolThatWasOpenedMeanwhileStays() {
        Pool first = open();
        current.drop(first);
        Pool second = open();

        current.drop(first);

        assertThat(current.get()).isSameAs(second);
        assertThat(second.closed).isFalse();
    }

    private Pool found() {
        Pool known = current.get();
        return known == null ? openUnlessOpen() : known;
    }

    /// As in the database, one opens at a time.
    private synchronized Pool openUnlessOpen() {
        Pool known = current.get();
        return known == null ? open() : known;
    }

    private Pool open() {
        Pool pool = new Pool();
        opened.add(pool);
        current.set(pool);
        return pool;
    }
}
