package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.lanes.run.FakeWorker.Script;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A page to which no WebSocket gets through, as behind some proxies.
@PageTests
class BlockedSocketsTest {
    private static final String REFUSED = """
            const Real = WebSocket;
            window.blocked = true;
            window.WebSocket = function (address) {
              if (!window.blocked) return new Real(address);
              this.close = () => {};
              setTimeout(() => this.onclose?.({ code: 1006 }));
            }""";
    private static final String SILENT = """
            window.WebSocket = function () {
              this.close = () => {};
              setTimeout(() => this.onopen?.());
            }""";
    private static final String MISSING = "delete window.WebSocket";
    private static final int A_SECOND = 1000;

    @ParameterizedTest
    @ValueSource(strings = {REFUSED, SILENT, MISSING})
    void aRunIsShownToItsEnd(String sockets, Visitor visitor) {
        visitor.page().addInitScript(sockets);
        visitor.page().clock().install();
        Card card = open(visitor, Script.NORMAL);
        card.run();
        // Not all of what a silent socket takes to be given up.
        visitor.page().waitForCondition(() -> {
            visitor.page().clock().fastForward(A_SECOND);
            return "finished".equals(card.status().getAttribute("data-stage"));
        });

        assertThat(card.answer()).isVisible();
        assertThat(card.table("Every sample")).isNotEmpty().allSatisfy(
                row -> assertThat(row.get(3).split(", ")).hasSize(5));
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void thePageSaysThatItAsksAndAsksSeldomWhileItIsMeasuredAndGoesBackToSocketsWhenTheyWork(Visitor visitor) {
        visitor.page().addInitScript(REFUSED);
        visitor.page().clock().install();
        Card card = open(visitor, Script.ENDLESS);
        card.run().awaitStage("measure");
        assertThat(card.status()).hasAttribute("data-connection", "asking");
        assertThat(card.status().getByRole(AriaRole.STATUS)).isVisible();

        int before = asked(visitor);
        long begin = System.nanoTime();
        visitor.page().waitForCondition(() -> asked(visitor) >= before + 2);
        assertThat(System.nanoTime() - begin).isGreaterThan(2_000_000_000L);

        visitor.page().evaluate("window.blocked = false");
        visitor.page().clock().fastForward(60 * A_SECOND);
        assertThat(card.status()).hasAttribute("data-connection", "open");
        assertThat(card.status().getByRole(AriaRole.STATUS)).hasCount(0);
        int last = asked(visitor);
        visitor.page().clock().fastForward(60 * A_SECOND);
        card.cancel().awaitStage("cancelled");
        assertThat(asked(visitor)).isEqualTo(last);
    }

    private static int asked(Visitor visitor) {
        List<String> events = visitor.requests().stream()
                .filter(address -> address.startsWith("http") && address.contains("/events")).toList();
        return events.size();
    }

    private static Card open(Visitor visitor, Script script) {
        return visitor.open("/?v=1&section=3&scripted.variants=plain&scripted.param.script=" + script.number()).card();
    }
}
