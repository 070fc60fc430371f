package dev.lanes.experiment.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.experiment.Pools;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class SandwichesTest {
    private static final int WAITING = 0;
    private static final int BUSY = 1;

    @ParameterizedTest
    @ValueSource(ints = {WAITING, BUSY})
    void anyNumberOfCooksMakesEverySandwichOnce(int kind) {
        Sandwiches experiment = experiment(kind);
        int[] each = new int[100];
        Arrays.fill(each, 1);
        assertThat(experiment.oneCook()).containsExactly(each);
        Pools.onEach(pool -> assertThat(experiment.manyCooks(pool)).containsExactly(each));
    }

    @Test
    void waitingSandwichesLeaveTheCoreFreeAndBusyOnesKeepIt() {
        long nominal = TimeUnit.MILLISECONDS.toNanos(100);
        Sandwiches waiting = experiment(WAITING);
        Sandwiches busy = experiment(BUSY);
        assertThat(coreTime(waiting::oneCook)).isLessThan(nominal / 2);
        assertThat(coreTime(busy::oneCook)).isBetween(nominal / 2, nominal * 2);
    }

    @Test
    void waitingSandwichesTakeTheirTime() {
        Sandwiches waiting = experiment(WAITING);
        long begin = System.nanoTime();
        waiting.oneCook();
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
    }

    private static Sandwiches experiment(int kind) {
        Sandwiches experiment = new Sandwiches();
        experiment.millis = 1;
        experiment.kind = kind;
        experiment.open();
        return experiment;
    }

    /// How long this thread was on a core during the work, in ns.
    private static long coreTime(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - begin;
    }
}
