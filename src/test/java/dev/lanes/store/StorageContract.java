package dev.lanes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What holds for every kind of database.
@Timeout(60)
abstract class StorageContract {
    static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Instant DAY = Instant.parse("2026-01-31T10:00:00Z");

    private Instant now = DAY;
    private final InstantSource clock = () -> now;
    private Storage storage;

    /// A database with nothing in it.
    abstract DatabasePlace place();

    @BeforeEach
    void open() {
        storage = Storage.opened(place());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void whatWasKeptIsThereAfterARestart() {
        StoredRun run = GivenRun.at(DAY).ended("FINISHED");
        storage.keep(run);

        restart();

        StoredRun found = storage.archive().find(run.summary().id()).orElseThrow();
        assertThat(found).usingRecursiveComparison().isEqualTo(run);
        assertThat(storage.archive().find("nothing")).isEmpty();
    }

    @Test
    void aRunThatEndsBeforeTheStorageIsOpenedOpensIt() {
        storage.close();
        storage = Storage.notBegun(place(), "main", Optional.empty());
        assertThat(storage.archive().open()).isFalse();
        StoredRun run = GivenRun.at(DAY).ended("FINISHED");

        storage.hand(run);

        await().until(() -> Boolean.TRUE.equals(storage.archive().kept(run.summary().id()).stored()));
        assertThat(storage.archive().open()).isTrue();
    }

    @Test
    void aServerThatStopsBeforeItsStorageIsOpenedClosesIt() {
        storage.close();
        storage = Storage.notBegun(place(), "main", Optional.empty());

        storage.close();

        assertThatThrownBy(() -> assertTimeoutPreemptively(PATIENCE, () -> storage.archive().find("any")))
                .as("whoever asks is told so at once").isInstanceOf(StorageException.class);
        storage.archive().begin();
        assertThat(storage.archive().open()).as("it stays closed").isFalse();
    }

    @Test
    void nothingIsClosedUnderACallThatGoesOn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Boolean> call = thread.submit(() -> storage.database().call(connection -> {
                begun.countDown();
                await().until(() -> goOn.getCount() == 0);
                return connection.isValid(1);
            }));
            begun.await();

            Thread closing = Thread.ofPlatform().start(storage::close);
            await().until(() -> !EnumSet.of(Thread.State.NEW, Thread.State.RUNNABLE).contains(closing.getState()));
            goOn.countDown();
            closing.join();

            assertThat(call.get()).isTrue();
            assertThat(storage.archive().trouble()).isEmpty();
        }
    }

    @Test
    void theEndIsWrittenOverTheBeginningButTheCodeStaysAsItWas() {
        GivenRun given = GivenRun.at(DAY);
        storage.keep(given.unfinished("RUNNING"));
        storage.keep(given.withExperiment("{\"other\": 1}").ended("FINISHED"));

        StoredRun found = storage.archive().find(given.id()).orElseThrow();
        assertThat(found.summary().state()).isEqualTo("FINISHED");
        assertThat(found.events()).isNotNull();
        assertThat(new String(found.experiment())).doesNotContain("other");
    }

    @Test
    void whatHadNotEndedIsInterruptedAfterARestartOfItsOwnServerOnly() {
        StoredRun queued = GivenRun.at(DAY).unfinished("QUEUED");
        StoredRun running = GivenRun.at(DAY).unfinished("RUNNING");
        StoredRun failed = GivenRun.at(DAY).ended("FAILED");
        List.of(queued, running, failed).forEach(storage::keep);

        storage.close();
        storage = Storage.open(place(), "another", Optional.empty());
        assertThat(state(queued)).isEqualTo("QUEUED");
        restart();

        assertThat(state(queued)).isEqualTo("INTERRUPTED");
        assertThat(state(running)).isEqualTo("INTERRUPTED");
        assertThat(state(failed)).isEqualTo("FAILED");
    }

    @Test
    void runsAreFoundByEverythingThatCanBeAskedForNewestFirst() {
        StoredRun first = GivenRun.at(DAY).of("dot").on("AMD EPYC 9R14").ended("FINISHED");
        StoredRun second = GivenRun.at(DAY.plusSeconds(60)).of("dot").on("Apple M3").ended("FAILED");
        StoredRun third = GivenRun.at(DAY.plusSeconds(120)).of("relu").on("100%_real CPU").ended("FINISHED");
        List.of(first, second, third).forEach(storage::keep);

        assertThat(found(search(null, null, null, null, null))).containsExactly(third.summary(), second.summary(), first.summary());
        assertThat(found(search("dot", null, null, null, null))).containsExactly(second.summary(), first.summary());
        assertThat(found(search(null, "epyc", null, null, null))).containsExactly(first.summary());
        assertThat(found(search(null, "0%_R", null, null, null))).containsExactly(third.summary());
        assertThat(found(search(null, "P%M", null, null, null))).as("not a pattern").isEmpty();
        assertThat(found(search(null, null, DAY.plusSeconds(60), null, null))).containsExactly(third.summary(), second.summary());
        assertThat(found(search(null, null, null, DAY.plusSeconds(60), null))).containsExactly(first.summary());
        assertThat(found(search(null, null, null, null, "FAILED"))).containsExactly(second.summary());
        assertThat(found(search("dot", "m3", DAY, DAY.plusSeconds(61), "FAILED"))).containsExactly(second.summary());
    }

    @Test
    void aPageOfAThousandRunsIsFoundWithin50Milliseconds() {
        List<String> machines = List.of("AMD EPYC 9R14", "Apple M3", "Intel Xeon 8488C");
        for (int number = 0; number < 1000; number++) {
            storage.put(GivenRun.at(DAY.plusSeconds(number)).of("experiment-" + number % 20)
                    .on(machines.get(number % 3)).ended(number % 10 == 0 ? "FAILED" : "FINISHED"));
        }
        RunSearch wanted = new RunSearch("experiment-7", "xeon", DAY, DAY.plusSeconds(900), "FINISHED", 2, 5, false);
        RunSearch all = new RunSearch(null, null, null, null, null, 25, 40, false);
        storage.archive().search(wanted);

        for (RunSearch search : List.of(wanted, all)) {
            long best = Long.MAX_VALUE;
            for (int attempt = 0; attempt < 10; attempt++) {
                long begin = System.nanoTime();
                assertThat(storage.archive().search(search).runs()).hasSize(search.size());
                best = Math.min(best, System.nanoTime() - begin);
            }
            assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(50));
        }
        assertThat(storage.archive().search(all).total()).isEqualTo(1000);
    }

    @Test
    void endedRunsAreRemovedAfterTheirTimeAndUnfinishedOnesStay() {
        StoredRun old = GivenRun.at(Instant.now().minus(Duration.ofHours(25))).ended("FINISHED");
        StoredRun recent = GivenRun.at(Instant.now().minus(Duration.ofHours(23))).ended("FINISHED");
        List.of(old, recent).forEach(storage::keep);

        storage.close();
        storage = Storage.open(place(), "main", Optional.of(Duration.ofDays(1)));

        await().until(() -> storage.archive().find(old.summary().id()).isEmpty());
        assertThat(storage.archive().find(recent.summary().id())).isPresent();
    }

    @Test
    void theSameResultSharedTwiceIsOneAndOnlyTheFirstGetsTheSecret() {
        ResultShelf shelf = storage.shelf(Optional.of(Duration.ofDays(365)), clock);
        ResultShelf.Shared shared = shelf.share("aaaa", "a run", "first".getBytes());
        now = now.plusSeconds(60);
        ResultShelf.Shared again = shelf.share("aaaa", "a run", "second".getBytes());

        assertThat(shared.secret()).hasSizeGreaterThan(30);
        assertThat(again.secret()).isNull();
        assertThat(again.expiresAt()).isEqualTo(shared.expiresAt()).isEqualTo(DAY.plus(Duration.ofDays(365)));
        assertThat(shelf.find("aaaa")).isInstanceOfSatisfying(ResultShelf.Found.Shelved.class, found -> {
            assertThat(found.document()).as("never changed").isEqualTo("first".getBytes());
            assertThat(found.sharedAt()).isEqualTo(DAY);
        });
        assertThat(shelf.find("bbbb")).isInstanceOf(ResultShelf.Found.Unknown.class);
    }

    @Test
    void aResultThatManyShareAtOnceIsOne() throws Exception {
        ResultShelf shelf = storage.shelf(Optional.empty(), clock);
        Callable<ResultShelf.Shared> share = () -> shelf.share("aaaa", "a run", "result".getBytes());
        List<ResultShelf.Shared> shared;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            shared = threads.invokeAll(Collections.nCopies(8, share)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(shared).filteredOn(one -> one.secret() != null).hasSize(1);
    }

    @Test
    void aRunThatCanNeverBeStoredHoldsUpNobody() {
        StoredRun impossible = GivenRun.at(DAY).of("x".repeat(200)).ended("FINISHED");
        storage.hand(impossible);
        storage.keep(GivenRun.at(DAY).ended("FINISHED"));

        assertThat(storage.archive().kept(impossible.summary().id()).stored()).isFalse();
        assertThat(storage.archive().kept(impossible.summary().id()).because()).isNotBlank();
        assertThat(storage.archive().trouble()).isEmpty();
    }

    @Test
    void onlyTheSecretTakesAResultAwayAndItCanBeSharedAnew() {
        ResultShelf shelf = storage.shelf(Optional.empty(), clock);
        String secret = shelf.share("aaaa", "a run", "result".getBytes()).secret();

        assertThat(shelf.remove("aaaa", "")).isEqualTo(ResultShelf.Removal.WRONG_SECRET);
        assertThat(shelf.remove("aaaa", secret + "x")).isEqualTo(ResultShelf.Removal.WRONG_SECRET);
        assertThat(shelf.remove("bbbb", secret)).isEqualTo(ResultShelf.Removal.UNKNOWN);
        assertThat(shelf.find("aaaa")).isInstanceOf(ResultShelf.Found.Shelved.class);

        assertThat(shelf.remove("aaaa", secret)).isEqualTo(ResultShelf.Removal.REMOVED);
        assertThat(shelf.remove("aaaa", secret)).as("again").isEqualTo(ResultShelf.Removal.REMOVED);
        assertThat(shelf.find("aaaa")).isInstanceOf(ResultShelf.Found.Gone.class);

        String other = shelf.share("aaaa", "a run", "result".getBytes()).secret();
        assertThat(other).isNotNull().isNotEqualTo(secret);
        assertThat(shelf.remove("aaaa", secret)).isEqualTo(ResultShelf.Removal.WRONG_SECRET);
    }

    @Test
    void aResultExpires() {
        ResultShelf shelf = storage.shelf(Optional.of(Duration.ofDays(1)), clock);
        shelf.share("aaaa", "a run", "result".getBytes());

        now = DAY.plus(Duration.ofHours(23));
        assertThat(shelf.find("aaaa")).isInstanceOf(ResultShelf.Found.Shelved.class);
        now = DAY.plus(Duration.ofHours(24));
        assertThat(shelf.find("aaaa")).isInstanceOf(ResultShelf.Found.Gone.class);
        assertThat(shelf.share("aaaa", "a run", "result".getBytes()).secret()).isNotNull();
    }

    @Test
    void aRunWhoseResultIsSharedIsFoundByStrangersAndStaysUntilTheResultGoes() {
        Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        StoredRun shared = GivenRun.at(second.minus(Duration.ofHours(25))).ended("FINISHED");
        StoredRun own = GivenRun.at(second.minus(Duration.ofHours(23))).ended("FINISHED");
        List.of(shared, own).forEach(storage::keep);
        RunSearch ofStrangers = new RunSearch(null, null, null, null, null, 1, 20, true);
        assertThat(found(ofStrangers)).isEmpty();

        ResultShelf shelf = storage.shelf(Optional.empty(), clock);
        String secret = shelf.share("aaaa", shared.summary().id(), "result".getBytes()).secret();
        tidyUpAfter(Duration.ofDays(1));
        assertThat(found(ofStrangers)).containsExactly(shared.summary());

        shelf.remove("aaaa", secret);
        assertThat(found(ofStrangers)).isEmpty();
        tidyUpAfter(Duration.ofDays(1));
        assertThat(found(search(null, null, null, null, null))).containsExactly(own.summary());
    }

    private void tidyUpAfter(Duration kept) {
        storage.database().call(
                connection -> storage.table().removeBefore(connection, Instant.now().minus(kept)));
    }

    private void restart() {
        storage.close();
        storage = Storage.open(place(), "main", Optional.empty());
    }

    private String state(StoredRun run) {
        return storage.archive().find(run.summary().id()).orElseThrow().summary().state();
    }

    private static RunSearch search(String experiment, String machine, Instant from, Instant before, String state) {
        return new RunSearch(experiment, machine, from, before, state, 1, 20, false);
    }

    private List<RunSummary> found(RunSearch search) {
        return storage.archive().search(search).runs();
    }
}
