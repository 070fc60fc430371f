package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the parts of a card are: in one view, before a run, while it is measured and after it, and nothing moves. The
/// events of a run are held back behind the first estimate until the test lets them go.
@PageTests
class CardLayoutTest {
    private static final String HOLD_BACK = """
            window.held = [];
            window.goOn = () => { window.held.splice(0).forEach(event => event()); window.held = null; };
            window.moved = [];
            window.WebSocket = class extends WebSocket {
                set onmessage(listen) {
                    let estimates = 0;
                    const take = event => {
                        const tell = () => listen({ data: JSON.stringify(event) });
                        const behind = estimates > 0 && window.held;
                        if (event.type === "scored") estimates++;
                        if (behind) window.held.push(tell);
                        else tell();
                    };
                    super.onmessage = listen && (({ data }) => [JSON.parse(data)].flat().forEach(take));
                }
                set onclose(listen) {
                    super.onclose = listen && (close => window.held ? window.held.push(() => listen(close)) : listen(close));
                }
            };
            new PerformanceObserver(list => {
                const name = node => [node?.nodeName, node?.className ?? node?.parentNode?.className, node?.dataset?.part].join(" ");
                for (const { hadRecentInput, sources } of list.getEntries())
                    if (!hadRecentInput) window.moved.push(...sources.map(({ node, previousRect, currentRect }) =>
                        `${name(node)}: ${JSON.stringify(previousRect)} to ${JSON.stringify(currentRect)}`));
            }).observe({ type: "layout-shift", buffered: false });
            """;
    /// Where the uppermost part begins and the lowest ends, in the window.
    private static final String REACH = """
            id => {
                const parts = ["header", ".controls", ".status", ".verdict", ".codes", ".views"]
                    .map(part => document.querySelector(`#lab-${id} > ${part}, #lab-${id} > * > ${part}`))
                    .map(part => part.getBoundingClientRect());
                return [Math.min(...parts.map(({ top }) => top)), Math.max(...parts.map(({ bottom }) => bottom)),
                        document.querySelector(`#lab-${id}`).getBoundingClientRect().height,
                        document.querySelectorAll(`#lab-${id} code-pane:nth-child(2) .line`)[2].getBoundingClientRect().bottom];
            }""";
    private static final double MOST_OF_AN_IDLE_CARD = 700;

    @ParameterizedTest(name = "{0}, {2} x {3}")
    @CsvSource({
        "plainest, 2, 1440, 900", "scripted, 3, 1440, 900", "worded, 10, 1440, 900",
        "plainest, 2, 1280, 720", "scripted, 3, 1280, 720", "worded, 10, 1280, 720"
    })
    void questionControlsAnswerAndBothCodesAreOnTheScreenTogetherAndNothingMovesWhenFiguresArrive(
            String id, int section, int width, int height, Visitor visitor) {
        Page page = visitor.page();
        page.setViewportSize(width, height);
        page.addInitScript(HOLD_BACK);
        Card card = visitor.open("/?v=1&section=%d&at=%s".formatted(section, id)).card(id);
        assertThat(reach(page, id).height()).isLessThanOrEqualTo(MOST_OF_AN_IDLE_CARD);

        card.run().awaitStage("warmup", "measure", "checking", "starting");
        page.waitForCondition(() -> (Boolean) page.evaluate("window.held?.length > 0"));
        assertOnTheScreen(page, id, height);
        page.waitForTimeout(700); // what a press of a button moves within half a second does not count
        page.evaluate("window.moved = []");

        page.evaluate("window.goOn()");
        card.awaitStage("finished");
        assertOnTheScreen(page, id, height);
        assertThat(card.headline()).not().isEmpty();
        page.waitForTimeout(300); // a frame or two, for what is drawn later
        assertThat((List<?>) page.evaluate("window.moved")).isEmpty();
    }

    private static void assertOnTheScreen(Page page, String id, int height) {
        page.waitForCondition(() -> {
            Reach reach = reach(page, id);
            return reach.top() >= 0 && reach.bottom() <= height && reach.thirdLine() <= height;
        });
    }

    /// In CSS pixels from the top of the window.
    private record Reach(double top, double bottom, double height, double thirdLine) {}

    private static Reach reach(Page page, String id) {
        double[] found = ((List<?>) page.evaluate(REACH, id)).stream()
                .mapToDouble(number -> ((Number) number).doubleValue()).toArray();
        return new Reach(found[0], found[1], found[2], found[3]);
    }
}
