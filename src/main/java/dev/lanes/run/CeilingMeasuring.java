package dev.lanes.run;

import dev.lanes.event.Ceilings;
import dev.lanes.event.EventLine;
import dev.lanes.event.Plan;
import dev.lanes.event.Problem;
import dev.lanes.plan.Capacity;
import dev.lanes.process.Cancellation;
import dev.lanes.process.ExitStory;
import dev.lanes.process.WorkerCommand;
import dev.lanes.process.WorkerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// One measuring of the machine's ceilings, in a process of its own.
@FunctionalInterface
public interface CeilingMeasuring {

    /// What came of it.
    sealed interface Outcome {
        record Measured(Ceilings ceilings) implements Outcome {}

        /// It would only fail again.
        record Failed(Problem problem) implements Outcome {}

        /// What was measured cannot be right, as on a machine that does something else besides.
        record Doubtful(Problem problem) implements Outcome {}

        /// It was told to end.
        record Ended() implements Outcome {}
    }

    /// Measures, until `end` is requested, and leaves nothing running behind.
    Outcome measure(Cancellation end);

    /// The same, unless the machine has too little memory for a fork.
    default CeilingMeasuring given(Supplier<Capacity> capacity) {
        return end -> capacity.get().lackOfHeap(Plan.USUAL_HEAP_BYTES)
                .map(lack -> failed("Measuring them " + lack + " of memory."))
                .orElseGet(() -> measure(end));
    }

    /// @param limit the longest time it may take
    static CeilingMeasuring by(WorkerCommand command, Duration limit) {
        return end -> {
            try (WorkerProcess worker = WorkerProcess.start(command, List.of("--ceilings"))) {
                end.onRequest(worker::interrupt);
                return switch (worker.next(limit)) {
                    case WorkerProcess.Output.Line line ->
                        new Outcome.Measured(EventLine.read(line.text(), Ceilings.class));
                    case WorkerProcess.Output.Ended ended ->
                        ended(ended.exitCode(), ExitStory.of(ended.exitCode(), worker.errors()));
                    case WorkerProcess.Output.Silence silence -> failed(worker.errors().under(
                            "The measuring process took longer than %s s.".formatted(limit.toSeconds())));
                    case WorkerProcess.Output.Interrupted interrupted -> new Outcome.Ended();
                };
            } catch (IOException | IllegalArgumentException problem) {
                return failed("The measuring process cannot be used: " + problem.getMessage());
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                return new Outcome.Ended();
            } finally {
                end.onRequest(() -> {});
            }
        };
    }

    private static Outcome ended(int exitCode, Problem story) {
        return exitCode == ExitStory.DOUBTFUL ? new Outcome.Doubtful(story) : new Outcome.Failed(story);
    }

    private static Outcome failed(String detail) {
        return new Outcome.Failed(new Problem("The machine's peak could not be measured", detail));
    }
}
