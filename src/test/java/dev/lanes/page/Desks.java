package dev.lanes.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// The desks for page tests that run beside others: each is in front of a server of its own, as a server measures one
/// run at a time. A class of tests takes one and gives it back.
final class Desks implements AutoCloseable {
    /// More of them would wait for the processor.
    private static final int MOST = 2;

    private final Semaphore places = new Semaphore(MOST);
    private final Queue<Desk> free = new ConcurrentLinkedQueue<>();
    private final List<Desk> all = new CopyOnWriteArrayList<>();
    private final AtomicInteger lastNumber = new AtomicInteger();

    /// Waits until one is free. The first ones are set up only when somebody wants them.
    Desk take() {
        places.acquireUninterruptibly();
        try {
            Desk desk = free.poll();
            return desk == null ? setUp() : desk;
        } catch (IOException problem) {
            places.release();
            throw new UncheckedIOException(problem);
        }
    }

    private Desk setUp() throws IOException {
        FakeServer.Started server = FakeServer.Started.number(lastNumber.incrementAndGet());
        Desk desk = Desk.at(server.address(), server::stop);
        all.add(desk);
        return desk;
    }

    void giveBack(Desk desk) {
        free.add(desk);
        places.release();
    }

    @Override
    public void close() {
        all.forEach(Desk::close);
    }
}
