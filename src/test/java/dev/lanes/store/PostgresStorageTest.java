package dev.lanes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.BesideOthers;
import dev.lanes.data.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Skipped where no PostgreSQL is installed.
@BesideOthers
class PostgresStorageTest extends StorageContract {
    private static Postgres postgres;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeThat(Postgres.installed()).as("Debian's package postgresql is installed").isPresent();
        postgres = Postgres.start();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Override
    DatabasePlace place() {
        return new DatabasePlace(
                Optional.of(postgres.url()), Optional.of(postgres.user()), Optional.empty(),
                new DataFolder(Path.of("unused")));
    }

    @BeforeEach
    @Override
    void open() {
        try (Connection connection = DriverManager.getConnection(postgres.url(), postgres.user(), "")) {
            connection.createStatement().execute("drop schema public cascade; create schema public");
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
        super.open();
    }

    @Test
    void whatEndsWhileTheDatabaseIsGoneIsStoredWhenItIsBack() throws Exception {
        try (Storage storage = Storage.open(place(), "other", Optional.empty())) {
            StoredRun before = GivenRun.at(Instant.now()).ended("FINISHED");
            storage.keep(before);
            postgres.stop();
            StoredRun run = GivenRun.at(Instant.now()).ended("FINISHED");
            String id = run.summary().id();
            storage.hand(run);

            await().until(() -> Boolean.FALSE.equals(storage.archive().kept(id).stored()));
            assertThat(storage.archive().kept(id).because()).isEqualTo(StorageException.Reason.AWAY.words());
            assertThatThrownBy(() -> storage.archive().find(id)).isInstanceOf(StorageException.class);

            postgres.begin();
            await().atMost(Duration.ofSeconds(30)).until(() ->
                    Boolean.TRUE.equals(storage.archive().kept(id).stored()));
            assertThat(storage.archive().find(id)).isPresent();
            assertThat(storage.archive().find(before.summary().id())).isPresent();
            assertThat(storage.archive().trouble()).isEmpty();
        }
    }

    @Test
    void aSecondServerOfTheSameNameIsToldSoAndTakesOverWhenTheFirstIsGone() {
        StoredRun going = GivenRun.at(Instant.now()).unfinished("RUNNING");
        String id = going.summary().id();
        Storage first = Storage.open(place(), "other", Optional.empty());
        try (Storage second = Storage.open(place(), "third", Optional.empty())) {
            first.keep(going);
            second.keep(GivenRun.at(Instant.now()).ended("FINISHED"));
        }
        try (Storage namesake = Storage.open(place(), "other", Optional.empty())) {
            assertThatThrownBy(() -> namesake.archive().find(id))
                    .hasMessage(StorageException.Reason.NAME_IN_USE.words());
            assertThat(first.archive().find(id)).get()
                    .extracting(found -> found.summary().state()).as("left alone").isEqualTo("RUNNING");

            first.close();

            await().ignoreExceptions().until(() -> namesake.archive().find(id)
                    .filter(found -> found.summary().state().equals("INTERRUPTED")).isPresent());
        } finally {
            first.close();
        }
    }

    @Test
    void anOpeningThatTookTooLongIsTriedAgainSoonWithoutBeingAsked() throws SQLException {
        try (Connection another = DriverManager.getConnection(postgres.url(), postgres.user(), "");
                Storage storage = Storage.open(place(), "other", Optional.empty())) {
            another.setAutoCommit(false);
            another.createStatement().execute("lock table run in access exclusive mode");
            assertThatThrownBy(() -> storage.archive().find("any")).isInstanceOf(StorageException.class);

            another.rollback();

            await().atMost(Duration.ofSeconds(30)).until(() -> storage.archive().open());
        }
    }

    @Test
    void noMoreRunsWaitInMemoryThanMayAndTheEldestAreToldSo() throws Exception {
        postgres.stop();
        try (Storage storage = Storage.open(place(), "other", Optional.empty())) {
            List<String> ids = new ArrayList<>();
            for (int number = 0; number < Storage.LIMIT + 2; number++) {
                StoredRun run = GivenRun.at(Instant.now()).ended("FINISHED");
                ids.add(run.summary().id());
                storage.hand(run);
            }
            assertThat(storage.archive().kept(ids.get(1)).because()).contains(String.valueOf(Storage.LIMIT));

            postgres.begin();
            await().atMost(Duration.ofSeconds(30)).until(() ->
                    Boolean.TRUE.equals(storage.archive().kept(ids.getLast()).stored()));
            // The very first may have been on its way to the database already.
            assertThat(ids.subList(1, ids.size())).map(id -> storage.archive().find(id).isPresent())
                    .containsExactly(false, true, true, true, true, true);
        }
    }

    @Test
    void aDatabaseThatHangsKeepsNobodyWaitingForLong() throws Exception {
        try (Storage storage = Storage.open(place(), "other", Optional.empty())) {
            StoredRun run = GivenRun.at(Instant.now()).ended("FINISHED");
            storage.keep(run);
            postgres.hang();
            try {
                long begin = System.nanoTime();
                assertThatThrownBy(() -> storage.archive().find(run.summary().id()))
                        .isInstanceOf(StorageException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE.multipliedBy(4));

                StoredRun next = GivenRun.at(Instant.now()).ended("FINISHED");
                long handed = System.nanoTime();
                storage.hand(next);
                assertThat(Duration.ofNanos(System.nanoTime() - handed)).isLessThan(PATIENCE.dividedBy(2));
            } finally {
                postgres.resume();
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> storage.archive().trouble().isEmpty());
        }
    }
}
