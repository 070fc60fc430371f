package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.lanes.run.FakeWorker.Script;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files dropped on the page: they open as results, and nothing that goes on is lost.
@PageTests
class DropPageTest {
    private static final String ENDLESS = "/?v=1&section=3&scripted.param.script=" + Script.ENDLESS.number();
    private static final String FILE = """
            [{"benchmark": "a.B.c", "mode": "avgt", "primaryMetric": {"score": 1, "scoreUnit": "ns/op"}}]""";

    private Visitor visitor;

    @BeforeEach
    void arrive(Visitor visitor) {
        this.visitor = visitor;
    }

    @Test
    void theBrowserNeverLeavesThePageForAFileWhereverItIsDropped() {
        visitor.open(ENDLESS);
        for (String place : List.of("html", "nav", "main", "experiment-card", "input[type=number]")) {
            assertThat(drop(place, "dragover")).as("drag over %s", place).isTrue();
        }
        assertThat(drop("nav", "drop")).isTrue();
        assertThat(visitor.page().locator("compare-board")).containsText("dropped.json");
        assertThat(drop("main", "drop")).isTrue();
        assertThat(visitor.page().locator(".side-by-side > li")).hasCount(2);
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aFileDroppedWhileARunGoesOpensOnAPageOfItsOwnAndTheRunIsStillThere() {
        Card card = visitor.open(ENDLESS).card();
        card.run().awaitStage("warmup", "measure");
        String address = visitor.address();

        drop("main", "drop");
        Locator back = visitor.page().locator(".going");
        assertThat(visitor.page().locator("compare-board")).containsText("dropped.json");
        assertThat(back).hasAttribute("data-stage", Pattern.compile("starting|warmup|measure"));
        back.getByRole(AriaRole.BUTTON).click();

        card.awaitStage("warmup", "measure");
        assertThat(visitor.address()).contains(address.substring(address.indexOf("run=")));
        assertThat(visitor.requests().stream().filter(request -> request.contains("/events?"))).hasSize(1);
        visitor.page().goBack();
        assertThat(visitor.page().locator("result-page")).isVisible();
        visitor.page().goBack();
        card.awaitStage("warmup", "measure").cancel().awaitStage("cancelled");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aFileDroppedOnTheListOfRunsOpensInItsPlace() {
        visitor.openResult("/r#runs");
        drop("run-list", "drop");

        assertThat(visitor.page().locator("compare-board")).containsText("dropped.json");
        visitor.page().goBack();
        assertThat(visitor.page().locator("run-list")).isVisible();
    }

    /// Whether the page kept the browser from what it does by itself.
    private boolean drop(String place, String type) {
        return (Boolean) visitor.page().locator(place).first().evaluate("""
                (target, [type, text]) => {
                    const dataTransfer = new DataTransfer();
                    dataTransfer.items.add(new File([text], "dropped.json"));
                    const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
                    target.dispatchEvent(event);
                    return event.defaultPrevented;
                }""", List.of(type, FILE));
    }
}
