package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
    private static final String SWEEP =
            "/?v=1&section=3&neural-batch.workers=1,2,4&neural-batch.variants=sequential,chunk-per-worker";
    private static final List<Integer> WIDTHS = List.of(1440, 390);
    private static final int HEIGHT = 900;

    @Test
    void theMainStatesHaveTheirPictures(Visitor desk) {
        Visitor phone = desk.another(UnaryOperator.identity());
        List<Visitor> visitors = List.of(desk, phone);
        for (int at = 0; at < visitors.size(); at++) {
            visitors.get(at).page().setViewportSize(WIDTHS.get(at), HEIGHT);
            takeAll("idle", visitors.get(at).open(SWEEP));
        }

        desk.card().effort("Standard").run().awaitFigures(2);
        phone.open(desk.address()).card().awaitFigures(2);
        visitors.forEach(visitor -> takeAll("measuring", visitor));
        assertThat(desk.button("Cancel")).isVisible();
        desk.button("Cancel").click();
        desk.card().awaitStage("cancelled");

        desk.card().effort("Quick").run().awaitStage("finished");
        phone.open(desk.address()).card().awaitStage("finished");
        visitors.forEach(visitor -> takeAll("finished", visitor));
    }

    /// In light and in dark, from top to end of the page.
    private static void takeAll(String state, Visitor visitor) {
        visitor.card().chart("Every sample, by round").scrollIntoViewIfNeeded();
        visitor.page().waitForFunction("window.Chart && [...document.querySelectorAll('canvas')].every(Chart.getChart)");
        visitor.page().evaluate("window.scrollTo({ top: 0, behavior: 'instant' })");
        for (String theme : List.of("Light", "Dark")) {
            visitor.theme(theme);
            visitor.picture(FOLDER.resolve("%s-%s-%d.png".formatted(
                    state, theme.toLowerCase(), visitor.page().viewportSize().width)));
            assertThat(visitor.scrollsSideways()).as("%s, %s", state, theme).isFalse();
        }
    }
}
