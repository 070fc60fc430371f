package dev.lanes.process;

import java.util.function.Supplier;

/// The processes that measure edited code. What the system can put between them and the rest is tried when the first is
/// needed.
public final class EditProcesses implements AutoCloseable {
    private final Supplier<WaitingWorker> open;
    private WaitingWorker workers;

    /// @param command of a measuring process
    /// @param ahead whether one is started before it is needed
    public EditProcesses(WorkerCommand command, boolean ahead) {
        this.open = () -> new WaitingWorker(command.behind(Isolation.ofEditedCode()), ahead);
    }

    public synchronized WaitingWorker workers() {
        if (workers == null) {
            workers = open.get();
        }
        return workers;
    }

    /// Starts a process that waits for an edit, unless one does.
    public void prepare() {
        workers().prepare();
    }

    @Override
    public synchronized void close() {
        if (workers != null) {
            workers.close();
        }
    }
}
