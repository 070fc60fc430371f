package dev.lanes.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// JDBC in the few forms that the tables need. Times are in UTC.
public final class Statements {
    private Statements() {}

    static int update(Connection connection, String command, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, command, values)) {
            return statement.executeUpdate();
        }
    }

    static PreparedStatement prepared(Connection connection, String command, Object... values) throws SQLException {
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
