package dev.lanes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanes.data.DataFolder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
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
    void tablesOfAnOlderLanesAreBroughtUpToDate() {
        changeAndClose("alter table result drop column run_id",
                "delete from \"flyway_schema_history\" where \"version\" = '2'");

        try (Storage storage = open()) {
            assertThat(storage.shelf(Optional.empty(), Instant::now).share("aaaa", "a run", new byte[1]).secret())
                    .isNotNull();
        }
    }

    /// Flyway would refuse it.
    @Test
    void whereTheTablesAreUpToDateFlywayIsNotAsked() {
        changeAndClose("update \"flyway_schema_history\" set \"checksum\" = 1");

        try (Storage storage = open()) {
            assertThat(storage.archive().find("any")).isEmpty();
        }
    }

    @Test
    void tablesThatAMigrationLeftHalfChangedAreNotUsed() {
        changeAndClose("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '2'");

        try (Storage storage = open()) {
            assertThatThrownBy(() -> storage.archive().find("any")).isInstanceOf(StorageException.class);
        }
    }

    private void changeAndClose(String... commands) {
        try (Storage storage = Storage.opened(place())) {
            storage.database().call(connection -> {
                for (String command : commands) {
                    Statements.update(connection, command);
                }
                return null;
            });
        }
    }

    private Storage open() {
        return Storage.open(place(), "main", Optional.empty());
    }

    private DatabasePlace place() {
        return new DatabasePlace(Optional.empty(), Optional.empty(), Optional.empty(), new DataFolder(folder));
    }
}
