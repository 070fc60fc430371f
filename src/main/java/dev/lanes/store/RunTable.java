package dev.lanes.store;

import static dev.lanes.store.Statements.instant;
import static dev.lanes.store.Statements.prepared;
import static dev.lanes.store.Statements.time;
import static dev.lanes.store.Statements.update;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tables `run` and `run_document`.
///
/// @param server whose runs are written
record RunTable(String server) {
    private static final String SUMMARY =
            "run.id, run.experiment, title, state, effort, created_at, ended_at, machine, headline";
    private static final String SHARED =
            "exists (select 1 from result where result.run_id = run.id and result.document is not null)";

    /// Writes the run over what was known of it before.
    void put(Connection connection, StoredRun run) throws SQLException {
        RunSummary summary = run.summary();
        boolean known = update(connection,
                "update run set state = ?, ended_at = ?, machine = ?, headline = ? where id = ?",
                summary.state(), time(summary.endedAt()), summary.machine(), summary.headline(), summary.id()) > 0;
        if (known) {
            update(connection, "update run_document set run = ?, events = ? where run_id = ?",
                    Packed.of(run.run()), Packed.of(run.events()), summary.id());
        } else {
            update(connection,
                    "insert into run (id, server, experiment, title, state, effort, created_at, ended_at, machine, "
                            + "headline) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    summary.id(), server, summary.experiment(), summary.title(), summary.state(), summary.effort(),
                    time(summary.createdAt()), time(summary.endedAt()), summary.machine(), summary.headline());
            update(connection,
                    "insert into run_document (run_id, run, experiment, events) values (?, ?, ?, ?)",
                    summary.id(), Packed.of(run.run()), Packed.of(run.experiment()), Packed.of(run.events()));
        }
    }

    Optional<StoredRun> find(Connection connection, String id) throws SQLException {
        String query = "select " + SUMMARY + ", run_document.run, run_document.experiment, events "
                + "from run join run_document on run_id = run.id where run.id = ?";
        try (PreparedStatement statement = prepared(connection, query, id);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            return Optional.of(new StoredRun(
                    summary(rows), Packed.unpack(rows.getBytes(10)), Packed.unpack(rows.getBytes(11)),
                    Packed.unpack(rows.getBytes(12))));
        }
    }

    RunSearch.Page search(Connection connection, RunSearch search) throws SQLException {
        Where where = Where.of(search);
        long total;
        try (PreparedStatement statement =
                        prepared(connection, "select count(*) from run" + where.text(), where.values());
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            total = rows.getLong(1);
        }
        String query = "select " + SUMMARY + " from run" + where.text()
                + " order by created_at desc, id limit " + search.size()
                + " offset " + (search.page() - 1L) * search.size();
        List<RunSummary> found = new ArrayList<>();
        try (PreparedStatement statement = prepared(connection, query, where.values());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(summary(rows));
            }
        }
        return new RunSearch.Page(total, found);
    }

    /// Marks what this server had not ended when it last stopped.
    int interruptUnfinished(Connection connection) throws SQLException {
        return update(connection,
                "update run set state = ? where server = ? and state in ('QUEUED', 'RUNNING')",
                RunSummary.INTERRUPTED, server);
    }

    /// Removes what was created before, unless it still goes on or its result is shared.
    int removeBefore(Connection connection, Instant created) throws SQLException {
        return update(connection,
                "delete from run where created_at < ? and state not in ('QUEUED', 'RUNNING') and not " + SHARED,
                time(created));
    }

    /// The conditions of a search, with a question mark for every value.
    private record Where(String text, Object... values) {
        static Where of(RunSearch search) {
            List<String> conditions = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            if (search.experiment() != null) {
                conditions.add("experiment = ?");
                values.add(search.experiment());
            }
            if (search.machine() != null) {
                // H2's lower() follows the default locale, in which a Turkish I has no dot.
                conditions.add("machine ilike ? escape '!'");
                values.add("%" + search.machine().replaceAll("[!%_]", "!$0") + "%");
            }
            if (search.from() != null) {
                conditions.add("created_at >= ?");
                values.add(time(search.from()));
            }
            if (search.before() != null) {
                conditions.add("created_at < ?");
                values.add(time(search.before()));
            }
            if (search.state() != null) {
                conditions.add("state = ?");
                values.add(search.state());
            }
            if (search.sharedOnly()) {
                conditions.add(SHARED);
            }
            String text = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
            return new Where(text, values.toArray());
        }
    }

    private static RunSummary summary(ResultSet rows) throws SQLException {
        return new RunSummary(
                rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5),
                instant(rows, 6), instant(rows, 7), rows.getString(8), rows.getString(9));
    }
}
