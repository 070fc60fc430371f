package dev.lanes.store;

import static dev.lanes.store.Statements.query;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;

/// The tables as this version of Lanes wants them: the files in `db/lanes`, carried out by Flyway. Flyway is only
/// called where the newest of them is missing: its four hundred classes take their time at every start.
final class Migrations {
    /// The version in the name of the newest file.
    static final String NEWEST = "2";
    static final String FOLDER = "db/lanes";

    private static final String NO_SUCH_TABLE = "42";

    private Migrations() {}

    /// @param bytes the database's name of the type of documents
    static void bringUpToDate(AgroalDataSource pool, String bytes) throws SQLException {
        if (!upToDate(pool)) {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:" + FOLDER)
                    .placeholders(Map.of("bytes", bytes))
                    .load()
                    .migrate();
        }
    }

    /// Whether Flyway's own table says that the newest file was carried out.
    private static boolean upToDate(AgroalDataSource pool) throws SQLException {
        String query = "select 1 from \"flyway_schema_history\" where \"version\" = ? and \"success\" = true";
        try (Connection connection = pool.getConnection()) {
            try {
                return !query(connection, row -> row.getInt(1), query, NEWEST).isEmpty();
            } catch (SQLException problem) {
                if (String.valueOf(problem.getSQLState()).startsWith(NO_SUCH_TABLE)) {
                    return false;
                }
                throw problem;
            } finally {
                connection.rollback();
            }
        }
    }
}
