package dev.lanes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.BesideOthers;
import dev.lanes.event.Events;
import dev.lanes.event.Machine;
import dev.lanes.event.Run;
import dev.lanes.event.RunState;
import dev.lanes.kind.MachineKind;
import dev.lanes.plan.PlannedRun;
import dev.lanes.run.FakeWorker;
import dev.lanes.run.QueueRules;
import dev.lanes.run.RunDesk;
import dev.lanes.run.RunLog;
import dev.lanes.run.Samples;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Several fronts, kinds and machines that work. Skipped if no redis-server is installed.
@Timeout(40)
@BesideOthers
class EngineSiteTest {
    private static final QueueRules RULES = new QueueRules(250, 300, true, 1, Duration.ZERO);
    @RegisterExtension
    static final OwnEngine ENGINE = new OwnEngine();

    @Test
    void anyFrontFindsSharesLimitsAndCancelsTheRunsOfAll() throws InterruptedException {
        EngineDesk one = ENGINE.front(RULES);
        EngineDesk other = ENGINE.front(RULES);
        ScriptedMachine script = new ScriptedMachine(1);
        Measuring machine = ENGINE.site().machine(ENGINE.url(), "one", script);
        await().until(() -> machine.trouble().isEmpty());
        RunLog measured = accepted(one, planned("2-x86_64", 1), "ann");
        script.begun.take();
        RunLog waiting = accepted(one, planned("2-x86_64", 2), "ann");

        assertThat(other.submit(planned("2-x86_64", 3), "ann")).isInstanceOf(RunDesk.Submission.OneWaits.class);
        assertThat(accepted(other, planned("2-x86_64", 2), "bob").id()).isEqualTo(waiting.id());
        assertThat(other.cancel(waiting.id(), "eve")).isEqualTo(RunDesk.Cancelling.NOT_YOURS);
        assertThat(other.cancel(waiting.id(), "ann")).isEqualTo(RunDesk.Cancelling.LEFT_TO_OTHERS);
        assertThat(one.cancel(waiting.id(), "bob")).isEqualTo(RunDesk.Cancelling.CANCELLED);
        assertThat(other.cancel(measured.id(), "ann")).isEqualTo(RunDesk.Cancelling.CANCELLED);
        assertThat(script.stopped).hasValue(1);
        await().until(() -> measured.state() == RunState.CANCELLED);
    }

    @Test
    void aVisitorHasOneBucketOfRunsOverAllFronts() {
        EngineDesk one = ENGINE.front(RULES);
        EngineDesk other = ENGINE.front(RULES);
        for (EngineDesk desk : List.of(one, other, one)) {
            assertThat(desk.waitOf("ann", 3, 6)).isEmpty();
        }
        assertThat(other.waitOf("ann", 3, 6).orElse(0)).isBetween(8L, 10L);
        assertThat(other.waitOf("bob", 3, 6)).isEmpty();
    }

    @Test
    void visitorsAreWrittenNowhere() {
        EngineDesk desk = ENGINE.front(RULES);
        RunLog run = accepted(desk, planned("2-x86_64", 1), "203.0.113.77");

        EngineLink link = ENGINE.site().link(ENGINE.url());
        assertThat(link.ask(Command.SMEMBERS, Keys.ofRun(run.id()).orElseThrow().asked(run.id())).toString())
                .doesNotContain("203.0.113");
        assertThat(run.asked("203.0.113.77")).isTrue();
    }

    @Test
    void twoHundredRunsOnThreeKindsAreEachMeasuredOnceAndInOrder() {
        List<String> kinds = List.of("2-x86_64", "16-aarch64", "64-x86_64");
        Map<String, List<String>> measured = new HashMap<>();
        for (String kind : kinds) {
            List<String> order = new CopyOnWriteArrayList<>();
            measured.put(kind, order);
            ENGINE.site().machine(ENGINE.url(), kind, "machine", (planned, events, cancellation) -> {
                assertThat(planned.settings().machine()).isEqualTo(kind);
                order.add(planned.settings().continues());
                return Events.finished(null);
            }, Site.BUILD);
        }
        List<EngineDesk> fronts = List.of(ENGINE.front(RULES), ENGINE.front(RULES));
        Map<String, List<String>> asked = new HashMap<>();
        List<RunLog> runs = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            String kind = kinds.get(number % kinds.size());
            runs.add(accepted(fronts.get(number % 2), planned(kind, number), "visitor" + number));
            asked.computeIfAbsent(kind, none -> new ArrayList<>()).add(String.valueOf(number));
        }

        await().atMost(Duration.ofSeconds(20)).until(() ->
                runs.stream().allMatch(run -> run.state() == RunState.FINISHED));
        assertThat(measured).isEqualTo(asked);
    }

    @Test
    void twoMachinesOfAKindMeasureAtTheSameTimeAndTheThirdRunWaits() throws InterruptedException {
        EngineDesk desk = ENGINE.front(RULES);
        ScriptedMachine script = new ScriptedMachine(1);
        for (String name : List.of("one", "two")) {
            Measuring machine = ENGINE.site().machine(ENGINE.url(), name, script);
            await().until(() -> machine.trouble().isEmpty());
        }
        for (int number = 0; number < 2; number++) {
            accepted(desk, planned("2-x86_64", number), "visitor" + number);
            script.begun.take();
        }
        RunLog third = accepted(desk, planned("2-x86_64", 3), "visitor3");

        assertThat(desk.waiting()).isEqualTo(1);
        assertThat(desk.busy()).isTrue();
        assertThat(third.state()).isEqualTo(RunState.QUEUED);
    }

    @Test
    void kindsShowTheirMachinesAndWhatTheyDo() throws Exception {
        EngineLink link = ENGINE.site().link(ENGINE.url());
        EngineKinds kinds = new EngineKinds(link, Site.BUILD);
        assertThat(kinds.all()).hasSize(1).allSatisfy(kind -> assertThat(kind.machines()).isEmpty());
        ScriptedMachine script = new ScriptedMachine(1);
        Measuring one = ENGINE.site().machine(ENGINE.url(), "one", script);
        ENGINE.site().machine(ENGINE.url(), "2-x86_64", "newer", script, "fedcba987654");
        await().untilAsserted(() -> {
            kinds.refresh();
            assertThat(states(kinds)).containsExactlyInAnyOrderEntriesOf(
                    Map.of("one", MachineKind.State.IDLE, "newer", MachineKind.State.UPDATING));
        });
        accepted(ENGINE.front(RULES), planned("2-x86_64", 1), "ann");
        script.begun.take();
        await().untilAsserted(() -> {
            kinds.refresh();
            assertThat(states(kinds)).containsEntry("one", MachineKind.State.MEASURING);
        });
        assertThat(kinds.all().getFirst().machine()).contains(FakeWorker.MACHINE);
        one.close();
        kinds.refresh();
        assertThat(states(kinds)).containsEntry("one", MachineKind.State.AWAY);
    }

    @Test
    void whatAMachineIsIsToldAsSoonAsItIsKnown() {
        EngineLink link = ENGINE.site().link(ENGINE.url());
        EngineKinds kinds = new EngineKinds(link, Site.BUILD);
        Times slow = new Times(Duration.ofSeconds(90));
        AtomicReference<Machine> read = new AtomicReference<>();
        try (Presence presence = new Presence(
                link, Keys.of(Site.KIND, Site.BUILD), "one", () -> Site.card(read.get()),
                new EngineKinds.Kind(Site.KIND, "Two of them", Site.BUILD), slow)) {
            presence.begin();
            await().until(presence::known);
            read.set(FakeWorker.MACHINE);
            await().atMost(slow.beat().dividedBy(2)).untilAsserted(() -> {
                kinds.refresh();
                assertThat(kinds.all().getFirst().machine()).contains(FakeWorker.MACHINE);
            });
        }
    }

    @Test
    void aMachineOfAnotherBuildTakesNoRunAndShowsNothing() {
        ScriptedMachine script = new ScriptedMachine(1);
        Measuring newer = ENGINE.site().machine(ENGINE.url(), "2-x86_64", "newer", script, "fedcba987654");
        await().until(() -> newer.trouble().isEmpty());
        RunLog run = accepted(ENGINE.front(RULES), planned("2-x86_64", 1), "ann");

        await().during(Site.TIMES.silence()).until(() -> script.begun.isEmpty());
        assertThat(run.state()).isEqualTo(RunState.QUEUED);
    }

    @Test
    void aSecondMachineOfOneNameTakesNoRuns() {
        Measuring one = ENGINE.site().machine(ENGINE.url(), "same", new ScriptedMachine(1));
        await().until(() -> one.trouble().isEmpty());
        Measuring other = ENGINE.site().machine(ENGINE.url(), "same", new ScriptedMachine(2));

        await().during(Site.TIMES.silence()).until(() -> other.trouble().isPresent());
        assertThat(one.trouble()).isEmpty();
    }

    /// As docs/hosting.md has it.
    @Test
    void aMachineNeedsTheKeysOfItsKindOnly() throws InterruptedException {
        EngineLink operator = ENGINE.site().link(ENGINE.url());
        operator.ask(Command.ACL, "SETUSER", "measurer", "on", ">secret", "~lanes:{2-x86-64-*}:*", "~lanes:kinds",
                "+@all", "-@dangerous", "-@admin");
        String url = ENGINE.url().replace("//", "//measurer:secret@");
        ScriptedMachine script = new ScriptedMachine(1);
        Measuring machine = ENGINE.site().machine(url, "one", script);
        Measuring elsewhere = ENGINE.site().machine(url, "16-aarch64", "two", new ScriptedMachine(2), Site.BUILD);
        await().until(() -> machine.trouble().isEmpty());
        RunLog run = accepted(ENGINE.front(RULES), planned("2-x86_64", 1), "ann");
        script.begun.take();
        script.finish();

        await().until(() -> run.state() == RunState.FINISHED);
        assertThat(elsewhere.trouble()).isPresent();
    }

    private static Map<String, MachineKind.State> states(EngineKinds kinds) {
        Map<String, MachineKind.State> states = new HashMap<>();
        kinds.all().forEach(kind -> kind.machines().forEach(one -> states.put(one.name(), one.state())));
        return states;
    }

    private static RunLog accepted(EngineDesk desk, PlannedRun planned, String visitor) {
        return ((RunDesk.Submission.Accepted) desk.submit(planned, visitor)).run();
    }

    /// Runs of different numbers are different ones.
    private static PlannedRun planned(String kind, int number) {
        PlannedRun like = Samples.planned(FakeWorker.Script.NORMAL);
        Run.Request asked = like.settings();
        return new PlannedRun(
                new Run.Request(
                        asked.experiment(), asked.params(), asked.variants(), asked.pools(), asked.workers(),
                        asked.effort(), asked.sweep(), String.valueOf(number), kind),
                like.plan());
    }
}
