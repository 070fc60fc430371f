package dev.lanes.store;

import dev.lanes.data.DataFolder;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ExceptionSorter;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/// Where the database is, and how to get a connection there that never waits without limit.
///
/// @param url as JDBC has it; empty for an H2 file in the folder
record DatabasePlace(Optional<String> url, Optional<String> user, Optional<String> password, DataFolder folder) {
    private static final int CONNECTIONS = 4;

    static DatabasePlace of(StoreConfig config, DataFolder folder) {
        return new DatabasePlace(config.url(), config.user(), config.password(), folder);
    }

    /// For people: the folder, or the URL without what follows a question mark.
    String name() {
        return url.map(text -> text.split("[?;]")[0]).orElse(folder.path().toString());
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
                    .jdbcProperty("options", "-c statement_timeout=" + patience.toMillis());
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

    /// Every commit goes to the disk at once: what has finished outlives a kill.
    private String jdbcUrl() throws IOException {
        return url.isPresent()
                ? url.get()
                : "jdbc:h2:file:" + folder.resolve("results") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }
}
