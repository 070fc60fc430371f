package dev.lanes.store;

import io.agroal.api.AgroalDataSource;
import java.util.concurrent.atomic.AtomicReference;

/// The pool of connections that is in use, if one is. Many calls may find the same pool broken: it is closed, and one
/// that was opened in its place meanwhile stays.
final class OpenPool {
    private final AtomicReference<AgroalDataSource> pool = new AtomicReference<>();

    /// Null if none is open.
    AgroalDataSource get() {
        return pool.get();
    }

    void set(AgroalDataSource opened) {
        pool.set(opened);
    }

    /// Closes that pool, which may be null, and forgets it if it is still the one in use.
    void drop(AgroalDataSource broken) {
        pool.compareAndSet(broken, null);
        if (broken != null) {
            broken.close();
        }
    }
}
