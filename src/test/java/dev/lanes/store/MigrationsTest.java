package dev.lanes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanes.data.DataFolder;
import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void theNewestMigrationIsTheOneThatIsLookedFor() throws IOException, URISyntaxException {
        Path files = Path.of(Migrations.class.getClassLoader().getResource(Migrations.FOLDER).toURI());
        try (Stream<Path> migrations = Files.list(files)) {
            assertThat(migrations.map(file -> file.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"))
                            .max(Comparator.comparingInt(Integer::parseInt)))
                    .contains(Migrations.NEWEST);
        }
    }

    @Test
    void tablesOfAnOlderLanesAreBroughtUpToDate() throws IOException, SQLException {
        changeAndClose("alter table result drop column run_id",
                "delete from \"flyway_schema_history\" where \"version\" = '2'");

        try (Storage storage = open()) {
            assertThat(storage.shelf(Optional.empty(), Instant::now).share("aaaa", "a run", new byte[1]).secret())
                    .isNotNull();
        }
    }

    /// Flyway would refuse it.
    @Test
    void whereTheTablesAreUpToDateFlywayIsNotAsked() throws IOException, SQLException {
        changeAndClose("update \"flyway_schema_history\" set \"checksum\" = 1");

        try (Storage storage = open()) {
            assertThat(storage.archive().find("any")).isEmpty();
        }
    }

    @Test
    void tablesThatAMigrationLeftHalfChangedAreNotUsed() throws IOException, SQLException {
        changeAndClose("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '2'");

        try (Storage storage = open()) {
            assertThatThrownBy(() -> storage.archive().find("any")).isInstanceOf(StorageException.class);
        }
    }

    /// While no storage is open: its own thread looks into the tables, too.
    private void changeAndClose(String... commands) throws IOException, SQLException {
        Storage.opened(place()).close();
        try (AgroalDataSource pool = place().connect(PATIENCE); Connection connection = pool.getConnection()) {
            for (String command : commands) {
                Statements.update(connection, command);
            }
            connection.commit();
        }
    }

    private Storage open() {
        return Storage.open(place(), "main", Optional.empty());
    }

    private DatabasePlace place() {
        return new DatabasePlace(Optional.empty(), Optional.empty(), Optional.empty(), new DataFolder(folder));
    }
}
