package dev.lanes.store;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The database, opened when it is first needed, and again after it was away. Calls may come from many threads; each
/// takes a few times the configured patience at most.
final class Database implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Database.class.getName());
    /// Who asks meanwhile hears the same again.
    private static final Duration BETWEEN_OPENINGS = Duration.ofMillis(500);

    private final DatabasePlace place;
    private final Duration patience;
    private final String server;
    private final Work<?> first;
    private final ReentrantLock oneOpens = new ReentrantLock();
    /// Read by every call, written by the close: nothing is closed under a call that is going on.
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private final OpenPool<AgroalDataSource> pool = new OpenPool<>(AgroalDataSource::close);
    private Optional<Connection> claim = Optional.empty();
    private volatile StorageException trouble;
    private long lastFailure;
    private boolean begun;
    private boolean closed;

    /// What is done on a connection, as one transaction.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /// @param server the name that no other server may have there meanwhile
    /// @param first done once, before anything else
    Database(DatabasePlace place, Duration patience, String server, Work<?> first) {
        this.place = place;
        this.patience = patience;
        this.server = server;
        this.first = first;
    }

    /// @throws StorageException where it cannot be done now
    /// @throws IllegalStateException where what was asked for can never be done
    <T> T call(Work<T> work) {
        use.readLock().lock();
        try {
            return inUse(work);
        } finally {
            use.readLock().unlock();
        }
    }

    private <T> T inUse(Work<T> work) {
        AgroalDataSource known = pool.get();
        AgroalDataSource opened = known == null ? opening() : known;
        try {
            T answer = transaction(opened, work);
            recovered();
            return answer;
        } catch (SQLException problem) {
            if (isAboutTheData(problem)) {
                throw new IllegalStateException(problem);
            }
            throw failed(opened, problem);
        }
    }

    /// Why the last call failed; empty where it did not.
    Optional<StorageException.Reason> trouble() {
        return Optional.ofNullable(trouble).map(StorageException::reason);
    }

    /// Whether the last call succeeded; false where there was none.
    boolean open() {
        return pool.get() != null && trouble == null;
    }

    /// Waits for the calls that are going on, as long as one may take.
    @Override
    public void close() {
        boolean alone = alone();
        oneOpens.lock();
        try {
            closed = true;
            release();
            pool.drop(pool.get());
        } finally {
            oneOpens.unlock();
            if (alone) {
                use.writeLock().unlock();
            }
        }
    }

    private boolean alone() {
        try {
            return use.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Where it cannot be given back, its connection is gone, and with it the claim.
    private void release() {
        if (pool.get() != null && claim.isPresent()) {
            try {
                DatabasePlace.release(claim.get());
            } catch (SQLException gone) {
                LOG.log(System.Logger.Level.DEBUG, "The database was away when the server ended", gone);
            }
        }
    }

    private static <T> T transaction(AgroalDataSource pool, Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            try {
                T answer = work.on(connection);
                connection.commit();
                return answer;
            } catch (SQLException | RuntimeException problem) {
                undo(connection, problem);
                throw problem;
            }
        }
    }

    private static void undo(Connection connection, Exception problem) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            problem.addSuppressed(gone);
        }
    }

    private AgroalDataSource opening() {
        try {
            if (!oneOpens.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StorageException(StorageException.Reason.SLOW, null);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new StorageException(StorageException.Reason.SLOW, interruption);
        }
        try {
            AgroalDataSource known = pool.get();
            if (known != null) {
                return known;
            }
            if (closed || trouble != null && System.nanoTime() - lastFailure < BETWEEN_OPENINGS.toNanos()) {
                throw closed ? new StorageException(StorageException.Reason.AWAY, null) : trouble;
            }
            AgroalDataSource opened = opened();
            pool.set(opened);
            return opened;
        } finally {
            oneOpens.unlock();
        }
    }

    private AgroalDataSource opened() {
        AgroalDataSource made = null;
        try {
            made = place.connect(patience);
            Optional<Connection> claimed = place.claim(made, server);
            place.migrate(made);
            if (!begun) {
                transaction(made, first);
                begun = true;
            }
            claim = claimed;
            return made;
        } catch (Exception problem) {
            lastFailure = System.nanoTime();
            // Whatever the reason: its claim would stand in the way of the next opening.
            pool.drop(made);
            throw told(problem);
        }
    }

    private StorageException failed(AgroalDataSource broken, Exception problem) {
        StorageException failure = told(problem);
        if (failure.reason() != StorageException.Reason.SLOW) {
            pool.drop(broken);
        }
        return failure;
    }

    private StorageException told(Exception problem) {
        StorageException failure = StorageException.of(problem);
        if (trouble == null || trouble.reason() != failure.reason()) {
            LOG.log(System.Logger.Level.WARNING, "Results cannot be stored: {0}. ({1})",
                    failure.getMessage(), deepest(problem));
        }
        trouble = failure;
        return failure;
    }

    /// A value that does not fit, or a key that is there: SQL's classes 22 and 23.
    private static boolean isAboutTheData(SQLException problem) {
        String state = String.valueOf(problem.getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    /// What is said first, in one line.
    private static String deepest(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString().lines().findFirst().orElse("");
    }

    private void recovered() {
        if (trouble != null) {
            LOG.log(System.Logger.Level.INFO, "Results can be stored again.");
            trouble = null;
        }
    }
}
