package dev.lanes.page;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Takes pictures of the page for people to look at, in `target/screenshots`: every section of the guide as it is read,
/// and a card idle, measuring and finished; light and dark, at a desk and on a phone. It wants a server that runs:
/// CONTRIBUTING says how to start it. The picture of the README is one of them.
public final class Pictures {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final List<Integer> WIDTHS = List.of(1440, 390);
    private static final List<String> THEMES = List.of("Light", "Dark");
    private static final int HEIGHT = 900;
    private static final int SECTIONS = 10;
    private static final String SWEEP =
            "/?v=1&section=3&neural-batch.workers=1,2&neural-batch.variants=sequential,one-task-per-pass";
    /// The card with its open view.
    private static final int README_HEIGHT = 1080;

    private Pictures() {}

    public static void main(String[] arguments) {
        URI server = URI.create(arguments.length > 0 ? arguments[0] : "http://localhost:8080");
        try (Desk desk = Desk.at(server, () -> {}); Visitor visitor = Visitor.arrive(desk)) {
            for (int section = 1; section <= SECTIONS; section++) {
                visitor.open("/?v=1&section=" + section);
                takeAll("%02d".formatted(section), visitor);
            }
            card(visitor);
            readme(visitor);
        }
    }

    private static void card(Visitor visitor) {
        Card card = visitor.open(SWEEP).card("neural-batch");
        takeAll("idle", visitor);
        card.effort("Standard").run().awaitFigures(2);
        takeAll("measuring", visitor);
        visitor.button("Cancel").click();
        card.awaitStage("cancelled");
        takeAll("cancelled", visitor);
        card.effort("Quick").run().awaitStage("finished");
        takeAll("finished", visitor);
    }

    private static void readme(Visitor visitor) {
        visitor.page().setViewportSize(WIDTHS.getFirst(), README_HEIGHT);
        Card card = visitor.open("/?v=1&section=2").card("matmul");
        card.run().awaitStage("finished");
        visitor.theme("Light");
        card.view("Why").locator("dt").first().waitFor();
        card.article().evaluate("card => card.scrollIntoView({ block: 'start', behavior: 'instant' })");
        visitor.page().screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve("readme.png")));
    }

    /// The whole page in every width and theme, with its charts drawn.
    private static void takeAll(String state, Visitor visitor) {
        for (int width : WIDTHS) {
            visitor.page().setViewportSize(width, HEIGHT);
            for (String theme : THEMES) {
                visitor.theme(theme);
                for (Locator canvas : visitor.page().locator("canvas:visible").all()) {
                    canvas.scrollIntoViewIfNeeded();
                    canvas.evaluate("""
                            canvas => new Promise((drawn) => {
                              const look = () => (window.Chart?.getChart(canvas) ? drawn() : requestAnimationFrame(look));
                              look();
                            })""");
                }
                visitor.picture(FOLDER.resolve(
                        "%s-%s-%d.png".formatted(state, theme.toLowerCase(Locale.ROOT), width)));
            }
        }
    }
}
