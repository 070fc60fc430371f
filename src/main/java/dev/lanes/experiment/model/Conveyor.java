package dev.lanes.experiment.model;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// What stands between two stages of a pipeline: finished numbers go in at one end and
/// come out at the other in the same order. It has room for a few; whoever finds it
/// full or empty waits.
final class Conveyor {
    private final BlockingQueue<Integer> waiting;

    Conveyor(int room) {
        waiting = new ArrayBlockingQueue<>(room);
    }

    void put(int number) {
        try {
            waiting.put(number);
        } catch (InterruptedException interruption) {
            throw stopped(interruption);
        }
    }

    int take() {
        try {
            return waiting.take();
        } catch (InterruptedException interruption) {
            throw stopped(interruption);
        }
    }

    private static IllegalStateException stopped(InterruptedException interruption) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted at a conveyor", interruption);
    }
}
