package dev.lanes.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OpenPoolTest {
    private static final int CALLERS = 4;
    private static final Duration TIME = Duration.ofMillis(500);

    private final OpenPool current = new OpenPool();
    private final Set<AgroalDataSource> open = ConcurrentHashMap.newKeySet();

    /// Many calls fail at the same pool while another call opens a new one.
    @Test
    void everyPoolIsClosedHoweverManyFindItBroken() throws Exception {
        long deadline = System.nanoTime() + TIME.toNanos();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                all.add(callers.submit(() -> {
                    while (System.nanoTime() < deadline) {
                        current.drop(found());
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        current.drop(current.get());

        assertThat(open).isEmpty();
    }

    @Test
    void aPoolThatWasOpenedMeanwhileStays() {
        AgroalDataSource first = opened();
        current.set(first);
        current.drop(first);
        AgroalDataSource second = opened();
        current.set(second);

        current.drop(first);

        assertThat(current.get() == second).isTrue();
        assertThat(open).hasSize(1);
    }

    private AgroalDataSource found() {
        AgroalDataSource known = current.get();
        return known == null ? openedAlone() : known;
    }

    /// As in the database, one opens at a time.
    private synchronized AgroalDataSource openedAlone() {
        AgroalDataSource known = current.get();
        if (known == null) {
            known = opened();
            current.set(known);
        }
        return known;
    }

    private AgroalDataSource opened() {
        Object[] itself = new Object[1];
        itself[0] = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AgroalDataSource.class}, (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "close" -> {
                                open.remove(itself[0]);
                                yield null;
                            }
                            case "hashCode" -> System.identityHashCode(proxy);
                            case "equals" -> proxy == arguments[0];
                            default -> throw new UnsupportedOperationException(method.getName());
                        });
        open.add((AgroalDataSource) itself[0]);
        return (AgroalDataSource) itself[0];
    }
}
