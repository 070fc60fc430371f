package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.options.ReducedMotion;
import dev.lanes.Cable;
import dev.lanes.run.FakeWorker.Script;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What may happen to a page while its run goes on.
@PageTests
class RunLifeTest {
    private static final String TWO_CASES =
            "/?v=1&section=3&scripted.workers=2&scripted.pools=platform&scripted.param.size=512&scripted.param.script="
                    + Script.STEADY.number();

    @Test
    void aReloadInMidRunLosesNothing(Visitor visitor) {
        Card card = visitor.open(TWO_CASES).card("scripted");
        card.run().awaitStage("warmup", "measure");
        assertThat(visitor.address()).contains("&run=");

        visitor.page().reload();

        card.awaitStage("warmup", "measure");
        assertThat(card.number("Size")).hasValue("512");
        assertThat(card.button("Cancel")).isVisible();
        card.awaitStage("finished");
        assertEverySampleIsThere(card);
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aLostConnectionComesBackByItselfWithEverySample(Visitor visitor) throws IOException {
        List<Integer> events = Collections.synchronizedList(new ArrayList<>());
        visitor.page().onWebSocket(socket -> socket.onFrameReceived(frame -> seqs(frame).forEach(events::add)));
        try (Cable cable = Cable.to(visitor.server())) {
            Card card = visitor.open(cable.address(TWO_CASES)).card("scripted");
            card.run().awaitStage("warmup", "measure");

            cable.cut();

            card.awaitStage("lost");
            assertThat(visitor.announcement()).containsText("lost");

            cable.mend();

            card.awaitStage("warmup", "measure", "checking", "finished").awaitStage("finished");
            assertEverySampleIsThere(card);
            assertThat(visitor.requests()).anySatisfy(
                    address -> assertThat(address).containsPattern("/events\\?batch=true&after=\\d+$"));
            assertThat(events).as("none lost, none twice")
                    .isEqualTo(IntStream.rangeClosed(1, events.size()).boxed().toList());
        }
    }

    @Test
    void theRaceIsReplayedAfterTheRunAndStandsStillForThoseWhoAskForIt(Visitor visitor) {
        Card card = visitor.open(TWO_CASES).card("scripted");
        card.run().awaitStage("warmup", "measure");
        card.race();
        Visitor still = visitor.another(options -> options.setReducedMotion(ReducedMotion.REDUCE));
        Card stillCard = still.open(visitor.address()).card("scripted");
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

    private static IntStream seqs(WebSocketFrame frame) {
        JsonElement read = JsonParser.parseString(frame.text());
        Stream<JsonElement> events = read.isJsonArray() ? read.getAsJsonArray().asList().stream() : Stream.of(read);
        return events.mapToInt(event -> event.getAsJsonObject().get("seq").getAsInt());
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
}
