package dev.lanes.store;

import static dev.lanes.store.Statements.instant;
import static dev.lanes.store.Statements.query;
import static dev.lanes.store.Statements.time;
import static dev.lanes.store.Statements.update;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The table `result`.
final class ResultTable {

    /// @param document null where the result is gone
    /// @param expiresAt null where it does not expire
    record Row(byte[] document, String secretHash, Instant sharedAt, Instant expiresAt) {
        boolean goneAt(Instant now) {
            return document == null || expiresAt != null && !expiresAt.isAfter(now);
        }
    }

    Optional<Row> find(Connection connection, String id) throws SQLException {
        String query = "select document, secret_hash, shared_at, expires_at from result where id = ?";
        return query(connection, ResultTable::row, query, id).stream().findFirst();
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(Packed.unpack(rows.getBytes(1)), rows.getString(2), instant(rows, 3), instant(rows, 4));
    }

    void insert(Connection connection, String id, String run, Row row) throws SQLException {
        update(connection,
                "insert into result (id, run_id, document, secret_hash, shared_at, expires_at) "
                        + "values (?, ?, ?, ?, ?, ?)",
                id, run, Packed.of(row.document()), row.secretHash(), time(row.sharedAt()), time(row.expiresAt()));
    }

    /// Puts a result in the place of one that is gone.
    void replace(Connection connection, String id, String run, Row row) throws SQLException {
        update(connection,
                "update result set run_id = ?, document = ?, secret_hash = ?, shared_at = ?, expires_at = ?, "
                        + "gone_at = null where id = ?",
                run, Packed.of(row.document()), row.secretHash(), time(row.sharedAt()), time(row.expiresAt()), id);
    }

    void empty(Connection connection, String id, Instant now) throws SQLException {
        update(connection, "update result set document = null, gone_at = ? where id = ? and document is not null",
                time(now), id);
    }

    /// @return how many there were
    int emptyExpired(Connection connection, Instant now) throws SQLException {
        return update(connection,
                "update result set document = null, gone_at = expires_at "
                        + "where expires_at <= ? and document is not null",
                time(now));
    }
}
