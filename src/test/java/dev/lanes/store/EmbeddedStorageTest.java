package dev.lanes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.BesideOthers;
import dev.lanes.data.DataFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Driver;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class EmbeddedStorageTest extends StorageContract {
    @TempDir
    Path folder;

    @Override
    DatabasePlace place() {
        return in(folder.resolve("data"));
    }

    @Test
    void aSecondServerOnTheSameFolderIsToldSoAndTakesOverWhenTheFirstIsGone() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        StoredRun run = GivenRun.at(Instant.now()).ended("FINISHED");
        URL[] driver = {Class.forName("org.h2.Driver").getProtectionDomain().getCodeSource().getLocation()};
        // Classes of its own make it another user of the file, as a process of its own would.
        try (URLClassLoader another = new URLClassLoader(driver, ClassLoader.getPlatformClassLoader());
                Connection first = ((Driver) another.loadClass("org.h2.Driver").getConstructor().newInstance())
                        .connect("jdbc:h2:file:" + shared.resolve("results"), new Properties());
                Storage second = Storage.open(in(shared), "main", Optional.empty())) {
            second.hand(run);
            assertThatThrownBy(() -> second.archive().find(run.summary().id()))
                    .hasMessage(StorageException.Reason.IN_USE.words());
            assertThat(first.isValid(1)).as("the first goes on").isTrue();

            first.close();

            await().ignoreExceptions().until(() -> second.archive().find(run.summary().id()).isPresent());
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidInWords() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (Storage storage = Storage.open(in(file.resolve("data")), "main", Optional.empty())) {
            assertThatThrownBy(() -> storage.archive().find("any"))
                    .hasMessage(StorageException.Reason.NOT_WRITABLE.words());
        }
    }

    @Test
    void aFolderOnAReadOnlyFileSystemIsSaidInWordsAndWhenItCanBeWrittenRunsAreStored() throws Exception {
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        assumeThat(system("mount", "-t", "tmpfs", "-o", "ro", "lanes", readOnly.toString()))
                .as("a read-only file system can be mounted").isZero();
        try (Storage storage = Storage.open(in(readOnly), "main", Optional.empty())) {
            await().untilAsserted(() -> assertThat(storage.database().trouble())
                    .contains(StorageException.Reason.NOT_WRITABLE));

            assertThat(system("mount", "-o", "remount,rw", readOnly.toString())).isZero();
            StoredRun run = GivenRun.at(Instant.now()).ended("FINISHED");
            await().ignoreException(StorageException.class).untilAsserted(() -> {
                storage.keep(run);
                assertThat(storage.archive().find(run.summary().id())).isPresent();
            });
        } finally {
            system("umount", readOnly.toString());
        }
    }

    @Test
    void aDatabaseThatCanOnlyBeReadIsSaidInWords() throws Exception {
        Path given = Files.createDirectory(folder.resolve("given"));
        try (Storage before = Storage.opened(in(given))) {
            before.keep(GivenRun.at(Instant.now()).ended("FINISHED"));
        }
        assumeThat(system("mount", "--bind", given.toString(), given.toString()))
                .as("a folder can be mounted").isZero();
        try {
            assertThat(system("mount", "-o", "remount,ro,bind", given.toString())).isZero();
            try (Storage storage = Storage.open(in(given), "main", Optional.empty())) {
                assertThatThrownBy(() -> storage.archive().find("any"))
                        .extracting(problem -> ((StorageException) problem).reason())
                        .isEqualTo(StorageException.Reason.NOT_WRITABLE);
            }
        } finally {
            system("umount", given.toString());
        }
    }

    @Test
    void theDatabaseIsTheOnlyFileInItsFolder() throws Exception {
        Path given = folder.resolve("only");
        Storage.opened(in(given)).close();

        try (Stream<Path> files = Files.list(given)) {
            assertThat(files).containsExactly(given.resolve("results.mv.db"));
        }
    }

    @Test
    void aRunThatFindsTheDiskFullIsStoredWhenThereIsRoom() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeThat(system("mount", "-t", "tmpfs", "-o", "size=1m", "lanes", small.toString()))
                .as("a small file system can be mounted").isZero();
        try (Storage storage = Storage.open(in(small), "main", Optional.empty())) {
            StoredRun before = GivenRun.at(Instant.now()).ended("FINISHED");
            storage.keep(before);
            Path filling = Files.write(small.resolve("filling"), new byte[200_000]);
            fill(filling);

            StoredRun after = large();
            storage.hand(after);
            await().until(() -> Boolean.FALSE.equals(storage.archive().kept(after.summary().id()).stored()));
            assertThat(storage.archive().kept(after.summary().id()).because())
                    .isEqualTo(StorageException.Reason.DISK_FULL.words());

            Files.delete(filling);
            await().atMost(Duration.ofSeconds(30)).until(() ->
                    Boolean.TRUE.equals(storage.archive().kept(after.summary().id()).stored()));
            assertThat(storage.archive().find(after.summary().id())).isPresent();
            assertThat(storage.archive().find(before.summary().id())).as("nothing was lost").isPresent();
        } finally {
            system("umount", small.toString());
        }
    }

    @Test
    void anErrorInOneRunKeepsNoOtherFromBeingStored() throws Exception {
        try (Storage storage = Storage.opened(place())) {
            storage.archive().keep("broken", () -> {
                throw new NoClassDefFoundError("broken");
            });
            storage.keep(GivenRun.at(Instant.now()).ended("FINISHED"));

            assertThat(storage.archive().kept("broken").stored()).isFalse();
            assertThat(storage.archive().working()).isTrue();
        }
    }

    @Test
    void housekeepingThatFailsKeepsNoRunFromBeingStored() {
        RunTable table = new RunTable("main");
        Database database = new Database(
                in(folder.resolve("untidy")), Duration.ofSeconds(2), "main", table::interruptUnfinished);
        try (RunArchive archive = new RunArchive(database, table, new Housekeeping(null, null, Optional.empty()), 5)) {
            for (int run = 0; run < 2; run++) {
                StoredRun each = GivenRun.at(Instant.now()).ended("FINISHED");
                archive.keep(each.summary().id(), () -> each);
                await().until(() -> Boolean.TRUE.equals(archive.kept(each.summary().id()).stored()));
            }
        }
    }

    private static DatabasePlace in(Path folder) {
        return new DatabasePlace(Optional.empty(), Optional.empty(), Optional.empty(), new DataFolder(folder));
    }

    /// Appends until nothing more goes in.
    private static void fill(Path file) {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            for (int block = 0; block < 2000; block++) {
                out.write(new byte[1000]);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    /// Does not pack well.
    private static StoredRun large() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        StoredRun run = GivenRun.at(Instant.now()).ended("FINISHED");
        return new StoredRun(run.summary(), noise, run.experiment(), run.jmh(), run.events());
    }

    private static int system(String... line) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(line).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException noSuchProgram) {
            return 127;
        }
    }
}
