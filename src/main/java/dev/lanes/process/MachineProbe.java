package dev.lanes.process;

import dev.lanes.event.EventLine;
import dev.lanes.event.Machine;
import dev.lanes.plan.Capacity;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// The machine as the measuring process sees it, read once. A reading that failed is tried again when next asked for.
public final class MachineProbe {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final WorkerCommand command;
    private CompletableFuture<Machine> reading;

    public MachineProbe(WorkerCommand command) {
        this.command = command;
    }

    /// Begins to read, unless that was done.
    public synchronized CompletableFuture<Machine> read() {
        if (reading == null || reading.isCompletedExceptionally()) {
            reading = new CompletableFuture<>();
            CompletableFuture<Machine> mine = reading;
            try {
                Thread.ofPlatform().daemon().name("lanes-machine").start(() -> read(mine));
            } catch (Throwable noThread) {
                mine.completeExceptionally(noThread);
            }
        }
        return reading;
    }

    /// The machine; waits until it is read, and is empty if it cannot be.
    public Optional<Machine> machine() {
        try {
            return Optional.of(read().get());
        } catch (ExecutionException unreadable) {
            System.getLogger(MachineProbe.class.getName())
                    .log(System.Logger.Level.WARNING, "The machine cannot be read", unreadable.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /// What the machine has room for; waits until it is read.
    public Capacity capacity() {
        try {
            return Capacity.of(firstReading().get());
        } catch (ExecutionException unreadable) {
            return Capacity.unknown();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return Capacity.unknown();
        }
    }

    /// Does not try again what has failed: many ask for the capacity, and each would wait.
    private synchronized CompletableFuture<Machine> firstReading() {
        return reading == null ? read() : reading;
    }

    private void read(CompletableFuture<Machine> answer) {
        try (WorkerProcess worker = WorkerProcess.start(command, List.of("--machine"))) {
            switch (worker.next(LIMIT)) {
                case WorkerProcess.Output.Line line -> answer.complete(EventLine.read(line.text(), Machine.class));
                case WorkerProcess.Output.Ended ended ->
                    throw new IOException(ExitStory.of(ended.exitCode(), worker.errors()).detail());
                case WorkerProcess.Output.Silence silence ->
                    throw new IOException("The measuring process has been silent for 30 s.");
                case WorkerProcess.Output.Interrupted interrupted -> throw new IOException("Interrupted");
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            answer.completeExceptionally(interruption);
        } catch (Throwable problem) { // Every run waits for an answer.
            answer.completeExceptionally(problem);
        }
    }
}
