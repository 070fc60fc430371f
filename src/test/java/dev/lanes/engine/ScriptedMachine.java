package dev.lanes.engine;

import dev.lanes.event.Events;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Cancellation;
import dev.lanes.process.Measurer;
import dev.lanes.run.FakeWorker;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Measures nothing: every permit is a sample that it tells, and after the last one it has finished.
final class ScriptedMachine implements Measurer {
    static final int SAMPLES = 30;

    final BlockingQueue<PlannedRun> begun = new LinkedBlockingQueue<>();
    final AtomicInteger stopped = new AtomicInteger();
    private final double value;
    private final Semaphore permits = new Semaphore(0);

    /// @param value what its samples are, which says who has measured
    ScriptedMachine(double value) {
        this.value = value;
    }

    void tell(int samples) {
        permits.release(samples);
    }

    void finish() {
        permits.release(SAMPLES);
    }

    @Override
    public RunEvent measure(PlannedRun planned, Consumer<RunEvent> events, Cancellation cancellation) {
        begun.add(planned);
        CountDownLatch told = new CountDownLatch(1);
        cancellation.onRequest(told::countDown);
        events.accept(new RunEvent.Started(List.of("plain"), 1, FakeWorker.MACHINE, null));
        try {
            for (int number = 1; number <= SAMPLES; number++) {
                while (!permits.tryAcquire(5, TimeUnit.MILLISECONDS)) {
                    if (told.getCount() == 0) {
                        stopped.incrementAndGet();
                        return new RunEvent.Cancelled();
                    }
                }
                events.accept(new RunEvent.Sample("plain", RunEvent.Phase.MEASURE, 1, number, value, null));
            }
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
        return Events.finished(null);
    }
}
