package dev.lanes.process;

import dev.lanes.event.EventLine;
import dev.lanes.event.Plan;
import dev.lanes.event.Problem;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.Limits;
import dev.lanes.plan.PlannedRun;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Measures in a child JVM of the run's own, which takes the plan as a line and prints the events as lines.
public record WorkerMeasurer(WaitingWorker workers, Limits limits) implements Measurer {

    @Override
    public RunEvent measure(PlannedRun planned, Consumer<RunEvent> events, Cancellation cancellation) {
        if (cancellation.requested()) {
            return new RunEvent.Cancelled();
        }
        try (WorkerProcess worker = workers.take()) {
            cancellation.onRequest(worker::interrupt);
            return new Listening(worker, planned, events).untilTheLast();
        } catch (IOException problem) {
            return failed("Could not be measured", "The measuring process cannot be used: " + problem.getMessage());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return new RunEvent.Cancelled();
        } finally {
            cancellation.onRequest(() -> {});
            workers.prepare();
        }
    }

    private static RunEvent.Failed failed(String title, String detail) {
        return new RunEvent.Failed(new Problem(title, detail));
    }

    /// The server's ear at one process.
    private final class Listening {
        private final WorkerProcess worker;
        private final PlannedRun planned;
        private final Consumer<RunEvent> events;
        private final Set<String> keys;
        private final long deadline;
        private int heard;

        Listening(WorkerProcess worker, PlannedRun planned, Consumer<RunEvent> events) {
            this.worker = worker;
            this.planned = planned;
            this.events = events;
            this.keys = planned.plan().cases().stream().map(Plan.Case::key).collect(Collectors.toSet());
            this.deadline = System.nanoTime() + limits.total(planned).toNanos();
        }

        RunEvent untilTheLast() throws InterruptedException {
            if (!sent()) {
                worker.awaitExit();
            }
            RunEvent last = null;
            while (last == null) {
                Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
                boolean lateFirst = left.compareTo(limits.silence()) < 0;
                last = switch (worker.next(lateFirst ? left : limits.silence())) {
                    case WorkerProcess.Output.Line line -> take(line.text());
                    case WorkerProcess.Output.Ended ended ->
                        new RunEvent.Failed(ExitStory.of(ended.exitCode(), worker.errors()));
                    case WorkerProcess.Output.Silence silence -> lateFirst ? tooLong() : silent();
                    case WorkerProcess.Output.Interrupted interrupted -> new RunEvent.Cancelled();
                };
                if (last == null && System.nanoTime() >= deadline) {
                    last = tooLong();
                }
            }
            return last;
        }

        /// A process that died at once cannot take its plan; its exit code tells why.
        private boolean sent() {
            try {
                worker.send(EventLine.write(planned.plan()));
                return true;
            } catch (IOException closed) {
                return false;
            }
        }

        /// Passes the event on; returns it where it is the last, or the failure it amounts to, or else null.
        private RunEvent take(String line) throws InterruptedException {
            RunEvent event;
            try {
                event = EventLine.read(line, RunEvent.class);
            } catch (IllegalArgumentException garbage) {
                return unexpected(line);
            }
            if (!expected(event)) {
                return unexpected(line);
            }
            if (++heard > limits.events()) {
                return failed("Too many events", worker.errors().under(
                        "The measuring process reported more than " + limits.events() + " events."));
            }
            if (event.last()) {
                worker.awaitExit();
                return event;
            }
            events.accept(event);
            return null;
        }

        private boolean expected(RunEvent event) {
            return switch (event) {
                case RunEvent.Started started -> keys.equals(Set.copyOf(started.cases()));
                case RunEvent.OfCase ofCase -> keys.contains(ofCase.key());
                case RunEvent.Progress _, RunEvent.Answered _, RunEvent.Finished _, RunEvent.Failed _ -> true;
                case RunEvent.Queued _, RunEvent.Cancelled _, RunEvent.Interrupted _, RunEvent.Restarted _ -> false;
            };
        }

        private RunEvent unexpected(String line) {
            String shown = line.length() > 200 ? line.substring(0, 200) + "..." : line;
            return failed("Not understood", worker.errors().under(
                    "The measuring process printed something that is not an event of this run: " + shown));
        }

        private RunEvent silent() {
            return failed("No response", worker.errors().under(
                    "The measuring process was silent for %s s.".formatted(limits.silence().toSeconds())));
        }

        private RunEvent tooLong() {
            return failed("Took too long", worker.errors().under(
                    "The run took longer than its limit of %s s.".formatted(limits.total(planned).toSeconds())));
        }
    }
}
