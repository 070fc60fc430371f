package dev.lanes.store;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The pool of connections that is in use, if one is. Many calls may find the same pool broken: it is closed, and one
/// that was opened in its place meanwhile stays.
///
/// @param <P> the kind of pool
final class OpenPool<P> {
    private final AtomicReference<P> pool = new AtomicReference<>();
    private final Consumer<P> close;

    /// @param close closes a pool, and does nothing the second time
    OpenPool(Consumer<P> close) {
        this.close = close;
    }

    /// Null if none is open.
    P get() {
        return pool.get();
    }

    void set(P opened) {
        pool.set(opened);
    }

    /// Closes that pool, which may be null, and forgets it if it is still the one in use.
    void drop(P broken) {
        pool.compareAndSet(broken, null);
        if (broken != null) {
            close.accept(broken);
        }
    }
}
