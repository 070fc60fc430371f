package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.options.ReducedMotion;
import dev.lanes.BesideOthers;
import dev.lanes.Cable;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/// What may happen to a page while its run goes on.
@ResourceLock(BesideOthers.PROCESSES_OF_RUNS)
@QuarkusTest
@ExtendWith(Browsing.class)
@Tag("page")
class RunLifeTest {
    private static final String TWO_CASES =
            "/?v=1&section=5&row-vs-column.variants=by-columns,by-rows&row-vs-column.param.size=512";
    private static final int WORKER_AND_FORK = 2;

    @Test
    void aReloadInMidRunLosesNothing(Visitor visitor) {
        Card card = visitor.open(TWO_CASES).card("row-vs-column");
        card.run().awaitStage("warmup", "measure");
        assertThat(visitor.address()).contains("&run=");

        visitor.page().reload();

        card.awaitStage("warmup", "measure");
        assertThat(card.number("Rows and columns")).hasValue("512");
        assertThat(card.button("Cancel")).isVisible();
        card.awaitStage("finished");
        assertEverySampleIsThere(card);
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aLostConnectionComesBackByItselfWithEverySample(Visitor visitor) throws IOException {
        List<Integer> events = Collections.synchronizedList(new ArrayList<>());
        visitor.page().onWebSocket(socket -> socket.onFrameReceived(frame -> events.add(
                JsonParser.parseString(frame.text()).getAsJsonObject().get("seq").getAsInt())));
        try (Cable cable = Cable.to(visitor.server())) {
            Card card = visitor.open(cable.address(TWO_CASES)).card("row-vs-column");
            card.run().awaitStage("warmup", "measure");

            cable.cut();

            card.awaitStage("lost");
            assertThat(visitor.announcement()).containsText("lost");

            cable.mend();

            card.awaitStage("warmup", "measure", "checking", "finished").awaitStage("finished");
            assertEverySampleIsThere(card);
            assertThat(visitor.requests()).anySatisfy(
                    address -> assertThat(address).containsPattern("/events\\?after=\\d+$"));
            assertThat(events).as("none lost, none twice")
                    .isEqualTo(IntStream.rangeClosed(1, events.size()).boxed().toList());
        }
    }

    @Test
    void aCancelledRunLeavesNoProcessBehind(Visitor visitor) {
        Card card = visitor.open(TWO_CASES).card("row-vs-column");
        card.effort("Standard").run().awaitStage("warmup", "measure");
        Set<ProcessHandle> measuring = new HashSet<>();
        visitor.page().waitForCondition(() -> {
            measuring.addAll(measuringProcesses());
            return measuring.size() >= WORKER_AND_FORK;
        });

        card.button("Cancel").click();

        card.awaitStage("cancelled");
        assertThat(card.button("Run")).isEnabled();
        assertThat(measuring).as("also those that have lost their parent").noneMatch(RunLifeTest::runs);
        assertThat(measuringProcesses()).isEmpty();
    }

    @Test
    void theRaceIsReplayedAfterTheRunAndStandsStillForThoseWhoAskForIt(Visitor visitor) {
        Card card = visitor.open(TWO_CASES).card("row-vs-column");
        card.run().awaitStage("warmup", "measure");
        card.race();
        Visitor still = visitor.another(options -> options.setReducedMotion(ReducedMotion.REDUCE));
        Card stillCard = still.open(visitor.address()).card("row-vs-column");
        assertThat(stillCard.button("Cancel")).isVisible();
        assertThat(card.button("Play the race")).isDisabled();

        card.awaitStage("finished");
        assertThat(card.race().getByText("Stop")).isVisible();
        card.race().getByText("Stop").click();
        assertThat(card.button("Play the race")).isEnabled();

        visitor.page().reload();
        card.awaitStage("finished");
        assertThat(card.race()).hasAttribute("data-at", "end");

        stillCard.awaitStage("finished");
        assertThat(stillCard.race()).hasAttribute("data-at", "end");
        assertThat(stillCard.race().locator("button")).hasCount(0);
        assertThat(still.page().evaluate("document.getAnimations().length")).isEqualTo(0);
        assertThat(stillCard.button("Run").evaluate("button => getComputedStyle(button).transitionDuration"))
                .isEqualTo("0s");
    }

    private static void assertEverySampleIsThere(Card card) {
        List<List<String>> forks = card.table("Every sample");
        assertThat(forks).hasSizeGreaterThanOrEqualTo(2).allSatisfy(row -> {
            assertThat(row.get(2).split(", ")).as("warm-up").hasSizeGreaterThanOrEqualTo(2);
            assertThat(row.get(3).split(", ")).as("measured").hasSizeBetween(5, 60);
        });
        int measured = forks.stream().mapToInt(row -> row.get(3).split(", ").length).sum();
        assertThat(card.status()).containsText("2 cases, %d samples".formatted(measured));
    }

    /// The processes of the server's runs, workers and their forks; other tests may have some of their own.
    private static List<ProcessHandle> measuringProcesses() {
        String mark = "lanes-run-" + ProcessHandle.current().pid() + "-";
        return ProcessHandle.current().descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(mark))
                .toList();
    }

    /// A dead process that nobody has taken note of counts as alive, but has no command any more.
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
