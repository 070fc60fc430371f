package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Pictures of the main states in `target/screenshots`, in light and dark colours, at a desk and on a phone.
@QuarkusTest
@ExtendWith(Browsing.class)
@Tag("page")
class PicturesTest {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final String EXPERIMENT = "neural-batch";
    private static final String SWEEP =
            "/?v=1&section=3&neural-batch.workers=1,2,4&neural-batch.variants=sequential,one-task-per-pass";
    private static final List<Integer> WIDTHS = List.of(1440, 390);
    private static final int HEIGHT = 900;
    /// Down to the end of the answer.
    private static final int README_HEIGHT = 2240;

    @Test
    void theMainStatesHaveTheirPictures(Visitor desk) {
        Visitor phone = desk.another(UnaryOperator.identity());
        List<Visitor> visitors = List.of(desk, phone);
        for (int at = 0; at < visitors.size(); at++) {
            visitors.get(at).page().setViewportSize(WIDTHS.get(at), HEIGHT);
            take("idle", visitors.get(at).open(SWEEP));
        }

        desk.card(EXPERIMENT).effort("Standard").run().awaitFigures(2);
        phone.open(desk.address()).card(EXPERIMENT).awaitFigures(2);
        visitors.forEach(visitor -> takeAll("measuring", visitor));
        assertThat(desk.button("Cancel")).isVisible();
        desk.button("Cancel").click();
        desk.card(EXPERIMENT).awaitStage("cancelled");

        desk.card(EXPERIMENT).effort("Quick").run().awaitStage("finished");
        String address = desk.address();
        visitors.forEach(visitor -> {
            visitor.open(address).card(EXPERIMENT).awaitStage("finished");
            takeAll("finished", visitor);
        });
    }

    @Test
    void theReadmeHasItsPicture(Visitor visitor) {
        visitor.page().setViewportSize(WIDTHS.getFirst(), README_HEIGHT);
        Card card = visitor.open("/?v=1&section=2").card("matmul");
        card.run().awaitStage("finished");
        visitor.theme("Light");
        card.chart("Time per operation").waitFor();
        card.article().evaluate("card => card.scrollIntoView({ block: 'start', behavior: 'instant' })");

        visitor.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve("readme.png")));

        assertThat(FOLDER.resolve("readme.png")).isNotEmptyFile();
    }

    /// The whole card with its charts drawn, in light and in dark.
    private static void takeAll(String state, Visitor visitor) {
        Card card = visitor.card(EXPERIMENT);
        card.answer().scrollIntoViewIfNeeded();
        for (String chart : List.of("Time per operation", "Every sample, by round")) {
            card.chart(chart).scrollIntoViewIfNeeded();
            card.chart(chart).evaluate("""
                    canvas => new Promise(drawn => {
                        const look = () => (window.Chart?.getChart(canvas) ? drawn() : requestAnimationFrame(look));
                        look();
                    })""");
        }
        take(state, visitor);
    }

    private static void take(String state, Visitor visitor) {
        Card card = visitor.card(EXPERIMENT);
        for (String theme : List.of("Light", "Dark")) {
            visitor.theme(theme);
            card.article().screenshot(new Locator.ScreenshotOptions().setPath(FOLDER.resolve("%s-%s-%d.png".formatted(
                    state, theme.toLowerCase(), visitor.page().viewportSize().width))));
            assertThat(visitor.scrollsSideways()).as("%s, %s", state, theme).isFalse();
        }
    }
}
