package dev.lanes.store;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// The room's classes put together as the server does it, on a database of a test.
record Storage(Database database, RunTable table, RunArchive archive) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    static final int LIMIT = 5;

    static Storage open(DatabasePlace place, String server, Optional<Duration> runsKept) {
        Storage storage = notBegun(place, server, runsKept);
        storage.archive().begin();
        return storage;
    }

    /// The storage of the server `main`, when it is open: the first opening in a JVM may take longer than a call has
    /// patience for.
    static Storage opened(DatabasePlace place) {
        Storage storage = open(place, "main", Optional.empty());
        await().atMost(Duration.ofSeconds(30)).ignoreException(StorageException.class)
                .until(() -> storage.archive().find("any").isEmpty());
        return storage;
    }

    /// As the server has it before it knows the machine.
    static Storage notBegun(DatabasePlace place, String server, Optional<Duration> runsKept) {
        RunTable table = new RunTable(server);
        Database database = new Database(place, PATIENCE, server, table::interruptUnfinished);
        RunArchive archive = new RunArchive(
                database, table, new Housekeeping(table, new ResultTable(), runsKept), LIMIT);
        return new Storage(database, table, archive);
    }

    /// Hands the run to the archive and waits until it is written.
    void keep(StoredRun run) {
        hand(run);
        await().until(() -> archive.find(run.summary().id())
                .filter(found -> found.summary().state().equals(run.summary().state()))
                .isPresent());
    }

    /// Hands the run to the archive.
    void hand(StoredRun run) {
        if (run.events() == null) {
            archive.keepUnfinished(run.summary().id(), () -> run);
        } else {
            archive.keep(run.summary().id(), () -> run);
        }
    }

    /// Writes the run at once.
    void put(StoredRun run) {
        database.call(connection -> {
            table.put(connection, run);
            return null;
        });
    }

    ResultShelf shelf(Optional<Duration> kept, InstantSource clock) {
        return new ResultShelf(database, new ResultTable(), kept, clock);
    }

    @Override
    public void close() {
        archive.close();
    }
}
