package dev.lanes.store;

import static dev.lanes.store.Statements.query;

import dev.lanes.data.DataFolder;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where the database is, and how to get a connection there that never waits without limit.
///
/// @param url as JDBC has it; empty for an H2 file in the folder
record DatabasePlace(Optional<String> url, Optional<String> user, Optional<String> password, DataFolder folder) {
    /// One of them may hold the claim.
    private static final int CONNECTIONS = 5;

    /// A server that vanished with its network holds its claim for about half a minute.
    private static final String NOTICE_WHO_IS_GONE =
            " -c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    static DatabasePlace of(StoreConfig config, DataFolder folder) {
        return new DatabasePlace(config.url(), config.user(), config.password(), folder);
    }

    /// For people: the folder, or the URL without what follows a question mark.
    String name() {
        return url.map(text -> text.split("[?;]")[0]).orElse(folder.path().toString());
    }

    /// Whether the URL is one that its driver can read.
    boolean readable() {
        try {
            return url.isEmpty() || ((Driver) driver().getConstructor().newInstance()).acceptsURL(url.get());
        } catch (ReflectiveOperationException | SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// @throws IOException where the folder cannot be made
    AgroalDataSource connect(Duration patience) throws IOException, SQLException {
        AgroalConnectionFactoryConfigurationSupplier connections = new AgroalConnectionFactoryConfigurationSupplier()
                .jdbcUrl(jdbcUrl())
                .connectionProviderClass(driver())
                .autoCommit(false)
                .loginTimeout(patience);
        user.ifPresent(name -> connections.principal(new NamePrincipal(name)));
        password.ifPresent(secret -> connections.credential(new SimplePassword(secret)));
        if (postgresql()) {
            String seconds = String.valueOf(Math.max(1, patience.toSeconds()));
            connections
                    .jdbcProperty("connectTimeout", seconds)
                    .jdbcProperty("socketTimeout", String.valueOf(1 + Math.max(1, patience.toSeconds())))
                    .jdbcProperty("options", "-c statement_timeout=" + patience.toMillis() + NOTICE_WHO_IS_GONE);
        } else {
            connections.initialSql("SET QUERY_TIMEOUT " + patience.toMillis());
        }
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool
                        .maxSize(CONNECTIONS)
                        .acquisitionTimeout(patience)
                        .validateOnBorrow(true)
                        .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(
                                (int) Math.max(1, patience.toSeconds())))
                        .exceptionSorter(ExceptionSorter.defaultExceptionSorter())
                        .connectionFactoryConfiguration(() -> connections.get())));
    }

    /// Makes the tables, or brings those of an older Lanes up to date.
    void migrate(AgroalDataSource pool) throws SQLException {
        Migrations.bringUpToDate(pool, postgresql() ? "bytea" : "blob");
    }

    /// Sees to it that no other server records runs here under the same name. The claim lasts as long as the
    /// connection; a file needs none, as H2 locks it.
    ///
    /// @throws StorageException where another server has it
    Optional<Connection> claim(AgroalDataSource pool, String server) throws SQLException {
        if (!postgresql()) {
            return Optional.empty();
        }
        Connection connection = pool.getConnection();
        String query = "select pg_try_advisory_lock(hashtextextended('lanes ' || ?, 0))";
        if (!query(connection, row -> row.getBoolean(1), query, server).contains(true)) {
            throw new StorageException(StorageException.Reason.NAME_IN_USE, null);
        }
        connection.commit();
        return Optional.of(connection);
    }

    /// Gives the claim back, so that the next server has it at once.
    static void release(Connection claim) throws SQLException {
        query(claim, row -> true, "select pg_advisory_unlock_all()");
    }

    private boolean postgresql() {
        return url.filter(text -> text.startsWith("jdbc:postgresql:")).isPresent();
    }

    /// By its name: what the JDK's list of drivers holds depends on who asks.
    private Class<?> driver() {
        try {
            return Class.forName(postgresql() ? "org.postgresql.Driver" : "org.h2.Driver");
        } catch (ClassNotFoundException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// Every commit goes to the disk at once: what has finished outlives a kill. H2 keeps no log file of its own: what
    /// fails is told by exceptions.
    private String jdbcUrl() throws IOException {
        return url.isPresent()
                ? url.get()
                : "jdbc:h2:file:" + writable(folder.resolve("results"))
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }

    /// Asked beforehand, as H2 would open such a file for reading only, or try until the patience ends.
    private static Path writable(Path database) throws IOException {
        Path file = database.resolveSibling(database.getFileName() + ".mv.db");
        for (Path needed : List.of(database.getParent(), file)) {
            if (Files.exists(needed) && !Files.isWritable(needed)) {
                throw new AccessDeniedException(needed.toString());
            }
        }
        return database;
    }
}
