package dev.lanes.process;

/// A request to end a run, made once by anyone and heard by the one that measures.
public final class Cancellation {
    private boolean requested;
    private Runnable listener = () -> {};

    public void request() {
        Runnable told;
        synchronized (this) {
            requested = true;
            told = listener;
        }
        told.run();
    }

    public synchronized boolean requested() {
        return requested;
    }

    /// Has `listener` called at the request, at once where it was made already. Replaces the listener before.
    public void onRequest(Runnable listener) {
        boolean late;
        synchronized (this) {
            this.listener = listener;
            late = requested;
        }
        if (late) {
            listener.run();
        }
    }
}
