package dev.lanes.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Removes what has been kept long enough, an hour after the last time.
///
/// Used by one thread.
final class Housekeeping {
    private static final Duration BETWEEN = Duration.ofHours(1);

    private final RunTable runs;
    private final ResultTable results;
    private final Optional<Duration> runsKept;
    private Instant due = Instant.MIN;

    /// @param runsKept how long an ended run is kept; empty for ever
    Housekeeping(RunTable runs, ResultTable results, Optional<Duration> runsKept) {
        this.runs = runs;
        this.results = results;
        this.runsKept = runsKept;
    }

    /// @throws StorageException where the database is away; it is due again then
    void doWhatIsDue(Database database, Instant now) {
        if (now.isBefore(due)) {
            return;
        }
        database.call(connection -> {
            if (runsKept.isPresent()) {
                runs.removeBefore(connection, now.minus(runsKept.get()));
            }
            return results.emptyExpired(connection, now);
        });
        due = now.plus(BETWEEN);
    }
}
