package dev.lanes.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.ForeignLocale;
import dev.lanes.data.DataFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The search for a machine, whose words are made lower case before a database of any kind sees them.
@Isolated("changes the default locale of the JVM")
class MachinesInEveryCountryTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.lanes.ForeignLocale#tags")
    void aMachineIsFoundInEveryCountry(String locale) {
        StoredRun run = GivenRun.at(Instant.parse("2026-01-31T10:00:00Z")).on("INTEL Xeon").ended("FINISHED");
        DatabasePlace place =
                new DatabasePlace(Optional.empty(), Optional.empty(), Optional.empty(), new DataFolder(folder));
        try (Storage storage = Storage.opened(place)) {
            storage.keep(run);

            try (ForeignLocale foreign = ForeignLocale.of(locale)) {
                assertThat(found(storage, "intel")).containsExactly(run.summary());
                assertThat(found(storage, "XEON")).containsExactly(run.summary());
            }
        }
    }

    private static List<RunSummary> found(Storage storage, String machine) {
        return storage.archive().search(new RunSearch(null, machine, null, null, null, 1, 20, false)).runs();
    }
}
