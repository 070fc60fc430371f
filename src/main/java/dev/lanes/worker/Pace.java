package dev.lanes.worker;

import dev.lanes.event.RunEvent;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/// Passes events on and tells, as iterations come, how much of the run is done and how long the rest
/// takes.
final class Pace implements Consumer<RunEvent> {
    /// Often enough for a bar that grows.
    private static final double SECONDS_BETWEEN = 0.1;

    private final Agenda agenda;
    private final DoubleSupplier elapsedSeconds;
    private final Consumer<RunEvent> events;
    private double done;
    private double told;

    Pace(Agenda agenda, DoubleSupplier elapsedSeconds, Consumer<RunEvent> events) {
        this.agenda = agenda;
        this.elapsedSeconds = elapsedSeconds;
        this.events = events;
    }

    @Override
    public synchronized void accept(RunEvent event) {
        events.accept(event);
        double now = elapsedSeconds.getAsDouble();
        if (event instanceof RunEvent.Sample && now - told >= SECONDS_BETWEEN) {
            told = now;
            tell(agenda.remainingSeconds());
        }
    }

    /// Tells that nothing is left to do.
    synchronized void end() {
        tell(0);
    }

    /// A guess that grows takes nothing back of what is done.
    private void tell(double remaining) {
        double elapsed = elapsedSeconds.getAsDouble();
        done = Math.max(done, elapsed / (elapsed + remaining));
        events.accept(new RunEvent.Progress(done, remaining));
    }
}
