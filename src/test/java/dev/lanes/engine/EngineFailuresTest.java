package dev.lanes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lanes.BesideOthers;
import dev.lanes.Cable;
import dev.lanes.event.RunEvent;
import dev.lanes.event.RunState;
import dev.lanes.run.EngineAwayException;
import dev.lanes.run.FakeWorker;
import dev.lanes.run.QueueRules;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunLog;
import dev.lanes.run.Samples;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What becomes of runs when a front, a machine, the engine or what lies between them fails. Skipped if no redis-server
/// is installed.
@Timeout(40)
@BesideOthers
class EngineFailuresTest {
    private static final QueueRules RULES = new QueueRules(10, 100, false, 1000, Duration.ZERO);
    private static final Duration SOON = Site.TIMES.lease().multipliedBy(3);
    @RegisterExtension
    static final OwnEngine ENGINE = new OwnEngine();

    private final ScriptedMachine first = new ScriptedMachine(1);
    private final ScriptedMachine second = new ScriptedMachine(2);
    private Cable cable;
    private EngineDesk front;

    @BeforeEach
    void connect() throws IOException {
        cable = Cable.to(URI.create(ENGINE.url()));
        front = ENGINE.front(RULES);
    }

    @AfterEach
    void cutOff() throws IOException {
        cable.close();
    }

    @Test
    void anotherFrontTellsTheWholeRunWhenOneIsGone() throws InterruptedException {
        machine(ENGINE.url(), "one", first);
        RunLog run = begun(first);
        first.tell(10);
        awaitSamples(run, 10);
        front.close();

        EngineDesk other = ENGINE.front(RULES);
        RunLog there = other.find(run.id()).orElseThrow();
        assertThat(there.known().cases().getFirst().samples()).hasSizeGreaterThanOrEqualTo(10);
        first.finish();

        awaitState(there, RunState.FINISHED);
        assertWhole(there, ScriptedMachine.SAMPLES, 1);
        assertThat(there.known().createdAt()).isEqualTo(run.known().createdAt());
    }

    @Test
    void anEndedRunIsStoredByOneFrontAndByAnotherIfThatOneGoes() throws InterruptedException {
        Set<String> kept = ConcurrentHashMap.newKeySet();
        List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());
        EngineDesk other = ENGINE.front(RULES);
        assertThat(front.handsOverTo(archiver(asked, Set.of()))).isTrue();
        machine(ENGINE.url(), "one", first);
        first.finish();
        RunLog run = begun(first);
        await().until(() -> asked.size() == 1);

        front.close();
        other.handsOverTo(archiver(asked, kept));
        kept.add(run.id());

        await().atMost(SOON).until(() -> asked.size() == 2);
        first.finish();
        RunLog next = accepted(other);
        kept.add(next.id());
        await().until(() -> asked.size() == 3);
        EngineLink link = ENGINE.site().link(ENGINE.url());
        await().until(() -> link.ask(Command.XLEN, keys().ended()).toInteger() == 0);
        assertThat(asked).containsExactly(run.id(), run.id(), next.id());
    }

    @Test
    void aRunBeginsAgainOnAnotherMachineWhenItsOwnIsCutOffWhichStopsBeforeThat() throws InterruptedException {
        machine(cable.address(""), "one", first);
        RunLog run = begun(first);
        first.tell(10);
        awaitSamples(run, 10);
        cable.cut();
        machine(ENGINE.url(), "two", second);

        second.begun.take();
        assertThat(first.stopped).hasValue(1);
        second.finish();

        awaitState(run, RunState.FINISHED);
        assertWhole(run, ScriptedMachine.SAMPLES, 2);
        assertThat(restarts(run)).extracting(RunEvent.Restarted::attempt).containsExactly(2);
    }

    @Test
    void aMachineThatStoodStillWritesNothingAfterAnotherHasTheRun() throws InterruptedException {
        Measuring frozen = machine(cable.address(""), "one", first);
        RunLog run = begun(first);
        first.tell(10);
        awaitSamples(run, 10);
        cable.hold();
        first.tell(5);
        machine(ENGINE.url(), "two", second);
        second.begun.take();
        second.tell(10);
        awaitSamples(run, 10);
        cable.mend();

        await().until(() -> first.stopped.get() == 1 && !frozen.measures());
        second.finish();
        awaitState(run, RunState.FINISHED);
        assertWhole(run, ScriptedMachine.SAMPLES, 2);
        assertThat(restarts(run)).hasSize(1);
        await().until(() -> frozen.trouble().isEmpty());
    }

    @Test
    void nothingIsLostNorDoubledWhenAnAnswerGetsLost() throws InterruptedException {
        machine(cable.address(""), "one", first);
        RunLog run = begun(first);
        for (int more = 0; more < 5; more++) {
            cable.loseTheNextAnswer();
            first.tell(3);
            awaitSamples(run, 3 * (more + 1));
        }
        first.finish();

        awaitState(run, RunState.FINISHED);
        assertWhole(run, ScriptedMachine.SAMPLES, 1);
        assertThat(restarts(run)).isEmpty();
    }

    @Test
    void aRunGoesOnWhenTheEngineIsStartedAgain() throws Exception {
        machine(ENGINE.url(), "one", first);
        RunLog run = begun(first);
        first.tell(10);
        awaitSamples(run, 10);
        RunLog waiting = accepted(front);
        ENGINE.redis().kill();
        first.tell(10);
        ENGINE.redis().begin();
        first.finish();

        awaitState(run, RunState.FINISHED);
        assertWhole(run, ScriptedMachine.SAMPLES, 1);
        assertThat(restarts(run)).isEmpty();
        first.finish();
        awaitState(waiting, RunState.FINISHED);
    }

    @Test
    void whatTheEngineLosesOfALogIsSentAgain() throws InterruptedException {
        machine(ENGINE.url(), "one", first);
        RunLog run = begun(first);
        first.tell(10);
        awaitSamples(run, 10);
        EngineLink link = ENGINE.site().link(ENGINE.url());
        Response log = link.ask(Command.XRANGE, keys().log(run.id()), "-", "+");
        link.ask(Command.DEL, keys().log(run.id()));
        int left = 5;
        for (int at = 0; at < left; at++) {
            Response fields = log.get(at).get(1);
            link.ask(Command.XADD, keys().log(run.id()), log.get(at).get(0), "at", fields.get(1), "e", fields.get(3));
        }
        link.ask(Command.HSET, keys().run(run.id()), "seq", left);
        first.finish();

        awaitState(run, RunState.FINISHED);
        assertWhole(run, ScriptedMachine.SAMPLES, 1);
        assertThat(link.ask(Command.XLEN, keys().log(run.id())).toInteger()).isEqualTo((int) run.known().lastSeq());
    }

    @Test
    void aRunIsInterruptedWhenTheEngineIsAwayForLongAndVisitorsAreToldSo() throws Exception {
        machine(ENGINE.url(), "one", first);
        RunLog run = begun(first);
        ENGINE.redis().kill();

        await().atMost(SOON).until(() -> first.stopped.get() == 1);
        assertThat(front.trouble()).isPresent();
        assertThatThrownBy(() -> accepted(front)).isInstanceOf(EngineAwayException.class);
        assertThatThrownBy(() -> front.find(keys().newRun())).isInstanceOf(EngineAwayException.class);
        assertThat(front.atHand(run.id())).contains(run);

        ENGINE.redis().begin();
        awaitState(run, RunState.INTERRUPTED);
        await().until(() -> front.trouble().isEmpty());
    }

    @Test
    void aFrontThatIsCutOffSaysSoAndGoesOnWhereItWas() throws Exception {
        EngineDesk apart = ENGINE.site().front(cable.address(""), RULES);
        machine(ENGINE.url(), "one", first);
        RunLog run = begun(first);
        RunLog there = apart.find(run.id()).orElseThrow();
        await().until(() -> apart.trouble().isEmpty());
        cable.cut();
        await().until(() -> apart.trouble().isPresent());
        first.finish();
        awaitState(run, RunState.FINISHED);
        assertThat(there.state()).isEqualTo(RunState.RUNNING);

        cable.mend();
        awaitState(there, RunState.FINISHED);
        assertWhole(there, ScriptedMachine.SAMPLES, 1);
        await().until(() -> apart.trouble().isEmpty());
    }

    @Test
    void aSlowFrontReadsLateAndLosesNothing() throws Exception {
        EngineDesk slow = ENGINE.site().front(cable.address(""), RULES);
        machine(ENGINE.url(), "one", first);
        RunLog run = begun(first);
        RunLog there = slow.find(run.id()).orElseThrow();
        cable.delay(Duration.ofMillis(150));
        for (int told = 0; told < ScriptedMachine.SAMPLES; told++) {
            first.tell(1);
            Thread.sleep(10);
        }
        awaitState(there, RunState.FINISHED);
        assertWhole(there, ScriptedMachine.SAMPLES, 1);
    }

    @Test
    void aSlowMachineKeepsItsRun() throws Exception {
        machine(cable.address(""), "one", first);
        cable.delay(Duration.ofMillis(40));
        RunLog run = begun(first);
        machine(ENGINE.url(), "two", second);
        for (int told = 0; told < ScriptedMachine.SAMPLES; told++) {
            first.tell(1);
            Thread.sleep(100);
        }
        awaitState(run, RunState.FINISHED);
        assertWhole(run, ScriptedMachine.SAMPLES, 1);
        assertThat(second.begun).isEmpty();
    }

    @Test
    void twoFrontsThatSweepAtOnceEndARunOnce() throws InterruptedException {
        QueueRules watched = new QueueRules(10, 100, true, 10, Duration.ofMillis(300));
        EngineDesk one = ENGINE.site().front(ENGINE.url(), watched);
        EngineDesk other = ENGINE.site().front(ENGINE.url(), watched);
        List<RunLog> runs = new ArrayList<>();
        for (FakeWorker.Script script : List.of(FakeWorker.Script.NORMAL, FakeWorker.Script.ENDLESS)) {
            runs.add(((RunDesk.Submission.Accepted) one.submit(Samples.planned(script), "ann")).run());
        }
        for (RunLog run : runs) {
            awaitState(run, RunState.CANCELLED);
            RunLog there = other.find(run.id()).orElseThrow();
            awaitState(there, RunState.CANCELLED);
        }
        Thread.sleep(300);
        EngineLink link = ENGINE.site().link(ENGINE.url());
        assertThat(runs).allSatisfy(run -> assertThat(link.ask(Command.XLEN, keys().log(run.id())).toLong())
                .isEqualTo(run.known().lastSeq()));
        assertThat(one.waiting()).isZero();
    }

    @Test
    void aPlanThatTakesTwoMachinesWithItHasFailed() throws Exception {
        ScriptedMachine third = new ScriptedMachine(3);
        try (Cable another = Cable.to(URI.create(ENGINE.url()))) {
            machine(cable.address(""), "one", first);
            RunLog run = begun(first);
            cable.cut();
            machine(another.address(""), "two", second);
            second.begun.take();
            another.cut();
            machine(ENGINE.url(), "three", third);

            awaitState(run, RunState.FAILED);
            assertThat(third.begun).isEmpty();
            assertThat(front.waiting()).isZero();
        }
    }

    @Test
    void aMachineThatStopsHandsItsRunOnAtOnce() throws InterruptedException {
        Measuring stops = machine(ENGINE.url(), "one", first);
        RunLog run = begun(first);
        machine(ENGINE.url(), "two", second);
        Thread.sleep(Site.TIMES.lease().plusMillis(300));
        stops.close();
        long closedAt = System.nanoTime();

        second.begun.take();
        assertThat(Duration.ofNanos(System.nanoTime() - closedAt)).isLessThan(Site.TIMES.lease().dividedBy(2));
        second.finish();
        awaitState(run, RunState.FINISHED);
        assertWhole(run, ScriptedMachine.SAMPLES, 2);
    }

    @Test
    void runsOfAKindWithoutMachinesAreGivenUpAfterAWhile() throws InterruptedException {
        Measuring only = machine(ENGINE.url(), "one", first);
        RunLog measured = begun(first);
        RunLog waiting = accepted(front);
        only.close();
        long closedAt = System.nanoTime();

        awaitState(waiting, RunState.INTERRUPTED);
        assertThat(Duration.ofNanos(System.nanoTime() - closedAt)).isGreaterThan(Site.TIMES.lease());
        awaitState(measured, RunState.INTERRUPTED);
        assertThat(front.waiting()).isZero();
    }

    private Measuring machine(String url, String name, ScriptedMachine script) {
        Measuring machine = ENGINE.site().machine(url, name, script);
        await().until(() -> machine.trouble().isEmpty());
        return machine;
    }

    private static Keys keys() {
        return Keys.of(Site.KIND, Site.BUILD);
    }

    private RunLog begun(ScriptedMachine machine) throws InterruptedException {
        RunLog run = accepted(front);
        machine.begun.take();
        return run;
    }

    private static RunLog accepted(EngineDesk desk) {
        return ((RunDesk.Submission.Accepted) desk.submit(Samples.planned(FakeWorker.Script.NORMAL), "ann")).run();
    }

    private static RunDesk.Archiver archiver(List<String> asked, Set<String> kept) {
        return new RunDesk.Archiver() {
            @Override
            public void keep(RunLog run) {
                assertThat(run.state().ended()).isTrue();
                asked.add(run.id());
            }

            @Override
            public boolean keeps(String id) {
                return kept.contains(id);
            }
        };
    }

    private static void awaitState(RunLog run, RunState state) {
        await().atMost(Duration.ofSeconds(15)).until(run::state, state::equals);
    }

    private static void awaitSamples(RunLog run, int count) {
        await().until(() -> run.known().cases().getFirst().samples().size() >= count);
    }

    /// All events are there, in order, and the figures are those of one machine alone.
    private static void assertWhole(RunLog run, int samples, double value) {
        List<RunLog.Entry> entries = entries(run);
        assertThat(entries).extracting(RunLog.Entry::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, run.known().lastSeq()).boxed().toList());
        assertThat(entries).filteredOn(entry -> entry.event().last()).hasSize(1);
        assertThat(run.known().cases().getFirst().samples()).hasSize(samples).containsOnly(value);
    }

    private static List<RunEvent.Restarted> restarts(RunLog run) {
        return entries(run).stream()
                .map(RunLog.Entry::event)
                .filter(RunEvent.Restarted.class::isInstance)
                .map(RunEvent.Restarted.class::cast)
                .toList();
    }

    private static List<RunLog.Entry> entries(RunLog run) {
        List<RunLog.Entry> entries = new ArrayList<>();
        for (long seq = 0; run.after(seq).isPresent(); seq++) {
            entries.add(run.after(seq).orElseThrow());
        }
        return entries;
    }
}
