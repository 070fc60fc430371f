package dev.lanes.store;

import static dev.lanes.store.Statements.instant;
import static dev.lanes.store.Statements.query;
import static dev.lanes.store.Statements.time;
import static dev.lanes.store.Statements.update;

import java.sql.Connection;
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
        return query(connection, RunTable::stored, query, id).stream().findFirst();
    }

    RunSearch.Page search(Connection connection, RunSearch search) throws SQLException {
        Where where = new Where(search);
        Object[] values = where.values.toArray();
        String count = "select count(*) from run" + where.text();
        String page = "select " + SUMMARY + " from run" + where.text()
                + " order by created_at desc, id limit " + search.size()
                + " offset " + (search.page() - 1L) * search.size();
        return new RunSearch.Page(
                query(connection, row -> row.getLong(1), count, values).getFirst(),
                query(connection, RunTable::summary, page, values));
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
    private static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Where(RunSearch search) {
            String machine = search.machine();
            add("experiment = ?", search.experiment());
            // H2's lower() follows the default locale, in which a Turkish I has no dot.
            add("machine ilike ? escape '!'",
                    machine == null ? null : "%" + machine.replaceAll("[!%_]", "!$0") + "%");
            add("created_at >= ?", time(search.from()));
            add("created_at < ?", time(search.before()));
            add("state = ?", search.state());
            if (search.sharedOnly()) {
                conditions.add(SHARED);
            }
        }

        /// Nothing for a value that is null.
        private void add(String condition, Object value) {
            if (value != null) {
                conditions.add(condition);
                values.add(value);
            }
        }

        String text() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }

    private static StoredRun stored(ResultSet row) throws SQLException {
        return new StoredRun(
                summary(row), Packed.unpack(row.getBytes(10)), Packed.unpack(row.getBytes(11)),
                Packed.unpack(row.getBytes(12)));
    }

    private static RunSummary summary(ResultSet rows) throws SQLException {
        return new RunSummary(
                rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5),
                instant(rows, 6), instant(rows, 7), rows.getString(8), rows.getString(9));
    }
}
