package dev.lanes.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// JDBC in the few forms that the tables need. Times are in UTC.
public final class Statements {
    private Statements() {}

    static int update(Connection connection, String command, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, command, values)) {
            return statement.executeUpdate();
        }
    }

    /// Makes something of a row.
    @FunctionalInterface
    interface Reader<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// What `reader` makes of each row.
    static <T> List<T> query(Connection connection, Reader<T> reader, String query, Object... values)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = prepared(connection, query, values);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reader.of(rows));
            }
        }
        return found;
    }

    private static PreparedStatement prepared(Connection connection, String command, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(command);
        for (int at = 0; at < values.length; at++) {
            if (values[at] instanceof byte[] bytes) {
                statement.setBytes(at + 1, bytes);
            } else {
                statement.setObject(at + 1, values[at]);
            }
        }
        return statement;
    }

    /// Null of null.
    static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /// Null where the column is.
    static Instant instant(ResultSet rows, int column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
