package dev.lanes.process;

import java.io.IOException;
import java.util.List;

/// A measuring process that has started and waits for a plan, so that the next run need not wait for it to start.
///
/// There is one at most, and none while a run measures: it starts when a run has ended.
public final class WaitingWorker implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WaitingWorker.class.getName());

    private final WorkerCommand command;
    private final boolean ahead;
    private WorkerProcess waiting;
    private boolean closed;

    /// @param ahead whether one is started before it is needed
    public WaitingWorker(WorkerCommand command, boolean ahead) {
        this.command = command;
        this.ahead = ahead;
    }

    /// Starts a process that waits, unless one does. It takes a moment until that is ready.
    public synchronized void prepare() {
        if (!ahead || closed || waiting != null && waiting.alive()) {
            return;
        }
        dismiss();
        try {
            waiting = WorkerProcess.start(command, List.of());
        } catch (IOException problem) {
            LOG.log(System.Logger.Level.WARNING, "No measuring process could be started ahead of a run", problem);
        }
    }

    /// The process that waits, or a new one. The caller closes it.
    public synchronized WorkerProcess take() throws IOException {
        if (waiting == null || !waiting.alive()) {
            dismiss();
            return WorkerProcess.start(command, List.of());
        }
        WorkerProcess taken = waiting;
        waiting = null;
        return taken;
    }

    @Override
    public synchronized void close() {
        closed = true;
        dismiss();
    }

    private void dismiss() {
        if (waiting != null) {
            waiting.close();
            waiting = null;
        }
    }
}
