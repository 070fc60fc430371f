package dev.lanes.experiment.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConveyorTest {
    private final Conveyor conveyor = new Conveyor(2);

    @Test
    void numbersComeOutAsTheyWentIn() {
        conveyor.put(7);
        conveyor.put(3);
        assertThat(conveyor.take()).isEqualTo(7);
        assertThat(conveyor.take()).isEqualTo(3);
    }

    @Test
    void whoeverFindsItFullWaitsForRoom() throws InterruptedException {
        AtomicInteger put = new AtomicInteger();
        Thread first = Thread.ofPlatform().start(() -> {
            for (int number = 0; number < 3; number++) {
                conveyor.put(number);
                put.incrementAndGet();
            }
        });
        while (first.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(put).hasValue(2);
        conveyor.take();
        first.join();
        assertThat(put).hasValue(3);
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        Thread.currentThread().interrupt();
        assertThatIllegalStateException().isThrownBy(conveyor::take);
        assertThat(Thread.interrupted()).isTrue();
    }
}
