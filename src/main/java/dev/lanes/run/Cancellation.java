package dev.lanes.run;

/// The wish to end a run, made once by anyone and heard by whoever measures.
final class Cancellation {
    private boolean requested;
    private Runnable listener = () -> {};

    void request() {
        Runnable told;
        synchronized (this) {
            requested = true;
            told = listener;
        }
        told.run();
    }

    synchronized boolean requested() {
        return requested;
    }

    /// Has `listener` called at the request, at once where it was made already. Replaces the listener before.
    void onRequest(Runnable listener) {
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
