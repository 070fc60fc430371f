package dev.lanes.worker;

import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import java.util.function.Consumer;

/// Passes events on and tells, from the iterations among them, how much of a plan is done and how long the rest takes.
final class Pace implements Consumer<RunEvent> {
    private final Consumer<RunEvent> events;
    private final int forks;
    private final int iterationsPerFork;
    private final double estimateSeconds;
    private final long begin = System.nanoTime();
    private int forksDone;
    private int iterationsOfFork;

    Pace(Plan plan, Consumer<RunEvent> events) {
        Plan.Effort effort = plan.effort();
        this.events = events;
        this.forks = plan.cases().size() * effort.forks();
        this.iterationsPerFork = effort.iterations();
        this.estimateSeconds = plan.estimateSeconds();
    }

    /// What the plan takes, before anything of it is measured.
    double estimateSeconds() {
        return estimateSeconds;
    }

    @Override
    public synchronized void accept(RunEvent event) {
        events.accept(event);
        if (event instanceof RunEvent.Sample) {
            iterationsOfFork++;
            tell();
        }
    }

    synchronized void forkEnded() {
        forksDone++;
        iterationsOfFork = 0;
        tell();
    }

    private void tell() {
        double iterations = (double) Math.min(iterationsOfFork, iterationsPerFork) / iterationsPerFork;
        double done = (forksDone + iterations) / forks;
        double elapsed = (System.nanoTime() - begin) / 1e9;
        double remaining = forksDone == 0 ? (1 - done) * estimateSeconds : elapsed / done * (1 - done);
        events.accept(new RunEvent.Progress(done, remaining));
    }
}
