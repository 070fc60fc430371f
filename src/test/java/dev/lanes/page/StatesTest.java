package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import dev.lanes.run.FakeWorker.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// States that a visitor seldom meets, with a worker that measures nothing and does as it is told.
@PageTests
class StatesTest {
    private static final int WAITING_AT_MOST = 3;

    private final List<String> others = new ArrayList<>();
    private Visitor visitor;

    @BeforeEach
    void arrive(Visitor visitor) {
        this.visitor = visitor;
    }

    @AfterEach
    void cancelTheRunsOfOthers() {
        others.forEach(run -> visitor.page().request().delete("/api/runs/" + run));
    }

    @Test
    void aRunThatWaitsSaysItsPlaceAndMovesUp() {
        othersRun(2);
        Card card = open(Script.NORMAL);
        card.run().awaitStage("queued");
        assertThat(card.status()).hasAttribute("data-position", "2");
        assertThat(card.status()).containsText("2nd");
        assertThat(visitor.announcement()).containsText("2nd");

        visitor.page().request().delete("/api/runs/" + others.getFirst());
        assertThat(card.status()).hasAttribute("data-position", "1");

        visitor.page().request().delete("/api/runs/" + others.getLast());
        card.awaitStage("finished");
    }

    @Test
    void aWaitingRunCanBeCancelled() {
        othersRun(1);
        Card card = open(Script.NORMAL);
        card.run().awaitStage("queued");
        card.cancel().awaitStage("cancelled");
        assertThat(card.button("Run")).isEnabled();
    }

    @Test
    void whoCancelsARunThatOthersWaitForLeavesItAndIsToldSo() {
        AtomicInteger presses = new AtomicInteger();
        visitor.answer("/api/runs/*", asked -> {
            if (asked.method().equals("DELETE")) {
                presses.incrementAndGet();
                asked.answer(200, Map.of("outcome", "LEFT_TO_OTHERS", "detail", "It goes on."));
            } else {
                asked.goOn();
            }
        });
        List<WebSocket> sockets = new ArrayList<>();
        visitor.page().onWebSocket(sockets::add);
        Card card = open(Script.ENDLESS);
        card.run().awaitStage("measure");
        assertThat(visitor.address()).contains("&run=");
        card.cancel().awaitStage("left");

        assertThat(card.button("Run")).isEnabled();
        assertThat(card.alert()).hasCount(0);
        assertThat(visitor.address()).doesNotContain("&run=");
        visitor.page().waitForCondition(() -> sockets.stream().allMatch(WebSocket::isClosed));
        assertThat(visitor.announcement()).not().isEmpty();
        assertThat(presses).hasValue(1);
    }

    @Test
    void aRunThatCannotBeCancelledGoesOnAndTheReasonIsSaid() {
        Card card = open(Script.ENDLESS);
        visitor.answer("/api/runs/*", asked -> {
            if (asked.method().equals("DELETE")) {
                asked.answer(403, Map.of("title", "Forbidden", "status", 403, "detail", "Not yours."));
            } else {
                asked.goOn();
            }
        });
        card.run().awaitStage("measure");
        card.cancel();

        assertThat(card.alert()).containsText("Not yours.");
        assertThat(card.alert()).hasAttribute("data-act", "cancel");
        assertThat(card.status()).hasAttribute("data-stage", "measure");
    }

    @Test
    void aFullQueueIsToldInPlainWords() {
        othersRun(1 + WAITING_AT_MOST);
        Card card = open(Script.NORMAL);
        card.run();

        assertThat(card.alert()).hasAttribute("data-act", "start");
        assertThat(card.alert()).containsText(Pattern.compile("\\d+ s\\b"));
        assertThat(card.status()).hasAttribute("data-stage", "idle");
        assertThat(card.button("Run")).isEnabled();
    }

    @Test
    void theRunThatHasChangedLastIsAnnounced() {
        Card later = visitor.open("/?v=1&section=10").card();
        String worded = later.article().locator(".lab-title").innerText();
        later.run().awaitStage("finished");
        assertThat(visitor.announcement()).containsText(worded);

        visitor.section("3").click();
        Card earlier = visitor.card("scripted");
        earlier.set("Script", Script.ENDLESS.number()).run().awaitStage("measure");
        assertThat(visitor.announcement()).containsText("Scripted");
        assertThat(visitor.announcement()).not().containsText(worded);
        earlier.cancel().awaitStage("cancelled");
    }

    @Test
    void withoutBothVariantsOfTheClaimThereIsNothingToCompare() {
        Card card = open(Script.NORMAL);
        assertThat(card.headline()).hasAttribute("data-tone", "idle");
        assertThat(card.headline()).containsText("One per worker");
        card.choose("Variants", "One per worker");
        assertThat(card.headline()).hasAttribute("data-tone", "idle");
        assertThat(card.headline()).containsText("Plain");

        card.choose("Variants", "Plain", "One per worker").run().awaitStage("finished");
        assertThat(card.headline()).containsText("2.0×");
    }

    @Test
    void aCrashSaysWhatHappenedAndOffersAnotherRun() {
        Card card = open(Script.CRASH);
        card.run().awaitStage("failed");

        assertThat(card.alert()).containsText("code 7");
        assertThat(card.alert()).containsText("line 30");
        assertThat(visitor.announcement()).containsText("Failed: Scripted.");

        card.set("Script", Script.NORMAL.number());
        assertThat(card.status().locator(".older")).isVisible();
        card.button("Run again").click();
        card.awaitStage("finished");
    }

    @Test
    void aNoisyRunAndADoubtfulOneAreShownAsSuchAndNothingOnThemIsCalledFaster() {
        Card card = open(Script.NOISY);
        card.choose("Variants", "Plain", "One per worker").run().awaitStage("finished");

        assertThat(card.part("trust")).hasAttribute("data-light", "noisy");
        assertThat(card.part("trust")).containsText("5 %");
        assertNothingIsCalledFaster(card);

        card.set("Script", Script.DOUBTFUL.number()).run();
        assertThat(card.part("trust")).hasAttribute("data-light", "doubtful");
        card.awaitStage("finished");
        assertThat(card.part("trust")).containsText("33 %");
        assertThat(card.part("verdict")).hasAttribute("data-light", "noisy");
        assertNothingIsCalledFaster(card);
    }

    /// Neither in what is seen nor in the tables and the names of charts that screen readers are given.
    private void assertNothingIsCalledFaster(Card card) {
        String everything = (String) card.article().evaluate("card => card.innerHTML");
        assertThat(everything).doesNotContainPattern("(?i)\\bfaster\\b");
        assertThat(visitor.announcement()).containsText("Finished");
        assertThat(visitor.announcement()).not().containsText("faster");
    }

    @Test
    void aValueThatTheServerRefusesIsSaidBesideItsControl() {
        Card card = open(Script.NORMAL);
        answerRuns(422, Map.of("title", "Unprocessable", "status", 422, "field", "params.size",
                "detail", "size must be a power of two."));
        card.run();

        assertThat(card.number("Size")).hasAttribute("aria-invalid", "true");
        assertThat(card.number("Size")).hasAccessibleDescription("size must be a power of two.");
        assertThat(card.button("Run")).isDisabled();
        card.set("Size", 512);
        assertThat(card.button("Run")).isEnabled();
    }

    @Test
    void anAnswerThatIsNoAnswerIsToldInPlainWords() {
        Card card = open(Script.NORMAL);
        visitor.answer("/api/runs", Asked::fail);
        card.run();

        assertThat(card.alert()).hasAttribute("data-act", "start");
        assertThat(card.status()).hasAttribute("data-stage", "idle");
    }

    @Test
    void whoGoesBackToAnEarlierRunSeesItsRaceAtTheEndAndKeepsTheLaterResult() {
        Card card = open(Script.NORMAL).choose("Variants", "Plain", "One per worker");
        card.run().awaitStage("finished");
        String earlier = visitor.address().replaceAll(".*&run=", "");
        card.race();
        card.run().awaitStage("finished");
        card.race().getByText("Stop").click();

        visitor.page().waitForResponse("**/api/runs/" + earlier, () -> visitor.page().goBack());

        assertThat(card.race()).hasAttribute("data-at", "end");
        assertThat((String) visitor.page().evaluate("localStorage.getItem('lanes.results')"))
                .contains("\"run\":").doesNotContain(earlier);
    }

    @Test
    void aRunThatTheServerHasForgottenIsSaidToBeGone() {
        Card card = visitor.open("/?v=1&section=3&scripted.param.size=512&run=long-gone").card();

        assertThat(visitor.page().locator("section-page > .notice[role=status]")).isVisible();
        assertThat(card.number("Size")).hasValue("512");
        assertThat(visitor.address()).isEqualTo("/?v=1&section=3&scripted.param.size=512");
    }

    @Test
    void aRunThatTheServerForgetsOnTheWayIsSaidToBeGone() {
        visitor.page().addInitScript("""
                window.WebSocket = class extends WebSocket {
                    constructor(address) { super(address.replace("/events", "-long-gone/events")); }
                }""");
        Card card = open(Script.ENDLESS);
        card.run().awaitStage("unknown");

        assertThat(card.button("Run")).isEnabled();
        assertThat(visitor.address()).doesNotContain("run=");
    }

    @Test
    void aPageWithoutItsServerOffersAnotherTry() {
        visitor.answer("/api/experiments", Asked::fail);
        visitor.page().navigate("/");
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).isVisible();

        visitor.answerNoMore("/api/experiments");
        visitor.button("Try again").click();
        assertThat(visitor.card().heading()).isVisible();
    }

    private Card open(Script script) {
        String address = "/?v=1&section=3&scripted.variants=plain&scripted.param.script=" + script.number();
        return visitor.open(address).card();
    }

    private void othersRun(int runs) {
        for (int run = 0; run < runs; run++) {
            APIResponse response = visitor.page().request().post("/api/runs", RequestOptions.create().setData(Map.of(
                    "experiment", "scripted",
                    "variants", List.of("plain"),
                    "params", Map.of("script", Script.ENDLESS.number()))));
            assertThat(response.status()).isEqualTo(202);
            others.add(JsonParser.parseString(response.text()).getAsJsonObject().get("id").getAsString());
        }
    }

    private void answerRuns(int status, Map<String, Object> problem) {
        visitor.answer("/api/runs", asked -> asked.answer(status, problem));
    }
}
