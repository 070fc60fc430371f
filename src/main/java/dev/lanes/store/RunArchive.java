package dev.lanes.store;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The runs that are kept. Measuring never waits for it: what is to be written waits in memory for a thread of
/// its own, and for the database where that is away. Reading asks the database at once.
public final class RunArchive implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RunArchive.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final int REMEMBERED = 1000;

    private final Database database;
    private final RunTable table;
    private final Housekeeping housekeeping;
    private final int limit;
    private final LinkedHashMap<String, Write> waiting = new LinkedHashMap<>();
    private final LinkedHashMap<String, Kept> ended = new LinkedHashMap<>();
    private final Thread thread = new Thread(this::work, "lanes-store");
    private boolean begun;
    /// Whether the last call of the thread succeeded, which alone knows it.
    private boolean well;
    private boolean closed;

    /// Whether an ended run is stored.
    ///
    /// @param stored null where it is about to be
    /// @param because why it is not stored, as the end of a sentence; null where it is
    public record Kept(Boolean stored, String because) {
        static final Kept STORED = new Kept(true, null);
        static final Kept NOT_YET = new Kept(null, null);

        static Kept not(String because) {
            return new Kept(false, because);
        }
    }

    private record Write(boolean last, Supplier<StoredRun> run) {}

    /// @param limit how many runs may wait in memory
    RunArchive(Database database, RunTable table, Housekeeping housekeeping, int limit) {
        this.database = database;
        this.table = table;
        this.housekeeping = housekeeping;
        this.limit = limit;
    }

    /// Opens the database, on the archive's thread. Who keeps or reads a run before this opens it, too.
    public synchronized void begin() {
        if (!begun && !closed) {
            begun = true;
            thread.setDaemon(true);
            thread.start();
        }
    }

    /// Keeps a run that goes on, so that it is known to have been interrupted where the server ends before it.
    ///
    /// @param run called on the archive's thread
    public void keepUnfinished(String id, Supplier<StoredRun> run) {
        keep(id, new Write(false, run));
    }

    /// Keeps a run that has ended.
    ///
    /// @param run called on the archive's thread, again where the database was away
    public void keep(String id, Supplier<StoredRun> run) {
        keep(id, new Write(true, run));
    }

    /// Whether the run is stored, as far as this server has had to do with it.
    public synchronized Kept kept(String id) {
        Write write = waiting.get(id);
        if (write == null) {
            return ended.getOrDefault(id, Kept.NOT_YET);
        }
        return database.trouble()
                .filter(trouble -> write.last())
                .map(trouble -> Kept.not(trouble.words()))
                .orElse(Kept.NOT_YET);
    }

    /// Waits for a run that is about to be stored.
    ///
    /// @throws StorageException where it cannot be stored now
    public synchronized void await(String id, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (waiting.containsKey(id)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (database.trouble().isPresent() || left <= 0) {
                throw new StorageException(database.trouble().orElse(StorageException.Reason.SLOW), null);
            }
            wait(left);
        }
    }

    /// @throws StorageException where the database cannot be read now
    public Optional<StoredRun> find(String id) {
        return database.call(connection -> table.find(connection, id));
    }

    /// @throws StorageException where the database cannot be read now
    public RunSearch.Page search(RunSearch search) {
        return database.call(connection -> table.search(connection, search));
    }

    /// Why nothing can be stored, when last tried; empty where all is well.
    public Optional<StorageException.Reason> trouble() {
        return database.trouble();
    }

    /// Whether the database was there when last tried. It was not, as long as it was not tried.
    public boolean open() {
        return database.open();
    }

    /// Whether what is handed over is written some time; false once this is closed.
    public boolean working() {
        return thread.isAlive();
    }

    /// Writes what waits, where that can be done soon, and closes the database.
    @Override
    public void close() {
        boolean writes;
        synchronized (this) {
            closed = true;
            writes = begun;
            notifyAll();
        }
        try {
            if (writes) {
                thread.join(CLOSE_LIMIT);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }

    private synchronized void keep(String id, Write write) {
        Write before = waiting.get(id);
        if (closed || before != null && before.last()) {
            return;
        }
        waiting.put(id, write);
        begin();
        if (waiting.size() > limit) {
            String eldest = waiting.pollFirstEntry().getKey();
            settled(eldest, Kept.not("more than " + limit + " runs were waiting to be stored"));
        }
        notifyAll();
    }

    private void work() {
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                Map.Entry<String, Write> next = next();
                if (next == null && closed()) {
                    return;
                }
                try {
                    write(next);
                    housekeeping.doWhatIsDue(database, Instant.now());
                    well = true;
                    pause = FIRST_PAUSE;
                } catch (Throwable problem) {
                    if (!(problem instanceof StorageException)) {
                        LOG.log(
                                System.Logger.Level.ERROR, "Something of the storage failed; it is tried again",
                                problem);
                    }
                    well = false;
                    if (closed()) {
                        return;
                    }
                    pause(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                }
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    /// The run that has waited longest; null where the database is to be looked at, which is at once when it was not
    /// well, and after a while without a run; and where all is written and this is closed.
    private synchronized Map.Entry<String, Write> next() throws InterruptedException {
        if (waiting.isEmpty() && !closed && well) {
            wait(BETWEEN_LOOKS.toMillis());
        }
        return waiting.firstEntry();
    }

    private void write(Map.Entry<String, Write> next) {
        if (next == null) {
            database.call(connection -> connection.isValid(1));
            return;
        }
        String id = next.getKey();
        Kept outcome = Kept.STORED;
        try {
            StoredRun run = next.getValue().run().get();
            database.call(connection -> {
                table.put(connection, run);
                return null;
            });
        } catch (StorageException away) {
            throw away;
        } catch (Throwable bug) {
            LOG.log(System.Logger.Level.ERROR, "Run " + id + " cannot be stored", bug);
            outcome = Kept.not("there was an error in Lanes itself");
        }
        synchronized (this) {
            if (waiting.remove(id, next.getValue()) && next.getValue().last()) {
                settled(id, outcome);
            }
            notifyAll();
        }
    }

    private void settled(String id, Kept kept) {
        ended.put(id, kept);
        if (ended.size() > REMEMBERED) {
            ended.pollFirstEntry();
        }
    }

    /// New runs do not cut it short: the database would be asked in vain.
    private synchronized void pause(Duration pause) throws InterruptedException {
        long deadline = System.nanoTime() + pause.toNanos();
        for (long left = pause.toMillis(); left > 0 && !closed; left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    private synchronized boolean closed() {
        return closed;
    }
}
