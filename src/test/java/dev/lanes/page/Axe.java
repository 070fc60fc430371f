package dev.lanes.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What axe finds wrong on a page in the states that a test leads it to: at a desk in light colours, or on a phone in
/// dark ones. A look takes a second.
///
/// With `-Daxe.pictures=folder` every look is at the whole page, in all widths and both themes, and leaves a picture for
/// people to look at.
final class Axe {
    private static final String SCRIPT = AxeBuilder.getAxeScript();
    private static final String PICTURES = System.getProperty("axe.pictures");
    private static final Way DESK = new Way(1440, 900, "light");
    private static final Way PHONE = new Way(390, 844, "dark");
    private static final List<Way> EVERY_WAY = Stream.of("light", "dark")
            .flatMap(theme -> Stream.of(
                    new Way(1440, 900, theme), new Way(1280, 720, theme), new Way(820, 1180, theme),
                    new Way(390, 844, theme)))
            .toList();
    private static final int MILLIS_TO_DRAW = 400;
    /// Only what was found comes back: the rest is a megabyte each time.
    private static final String RUN = """
            async part => {
              const { violations } = await axe.run(part, { resultTypes: ["violations"], preload: false });
              return violations.flatMap(({ id, nodes }) =>
                nodes.map(({ html, failureSummary }) => `${id}: ${failureSummary}\\n    ${html}`));
            }""";

    private static final String WHOLE_PAGE = "html";

    private final Page page;
    private final List<String> findings = new ArrayList<>();

    private record Way(int width, int height, String theme) {}

    Axe(Page page) {
        this.page = page;
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    /// Looks at the page as it is now, in either way.
    ///
    /// @param state what findings are listed under
    void look(String state) {
        look(state, WHOLE_PAGE);
    }

    /// For a state in which the rest of the page is as in others.
    ///
    /// @param part a selector of what is looked at
    void look(String state, String part) {
        look(state, part, List.of(DESK, PHONE));
    }

    /// For a state that differs little from others on a phone.
    void lookAtADesk(String state) {
        lookAtADesk(state, WHOLE_PAGE);
    }

    void lookAtADesk(String state, String part) {
        look(state, part, List.of(DESK));
    }

    /// For a state that differs little from others at a desk.
    void lookOnAPhone(String state) {
        lookOnAPhone(state, WHOLE_PAGE);
    }

    void lookOnAPhone(String state, String part) {
        look(state, part, List.of(PHONE));
    }

    private void look(String state, String part, List<Way> ways) {
        for (Way way : PICTURES == null ? ways : EVERY_WAY) {
            take(way);
            String seen = "%s, %s, %d wide".formatted(state, way.theme, way.width);
            if (PICTURES == null) {
                run(seen, part);
            } else {
                run(seen, WHOLE_PAGE);
                picture(seen, part);
            }
        }
        take(DESK);
    }

    private void take(Way way) {
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", way.theme);
        page.setViewportSize(way.width, way.height);
    }

    private void picture(String name, String part) {
        page.locator(part).first().evaluate("part => part.scrollIntoView({ block: 'start', behavior: 'instant' })");
        page.waitForTimeout(MILLIS_TO_DRAW);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(PICTURES, name.replaceAll("[^a-zA-Z0-9]+", "-") + ".png")));
    }

    private void run(String state, String part) {
        page.locator(part).first().waitFor();
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        ((List<?>) page.evaluate(RUN, part)).forEach(finding -> findings.add(state + ": " + finding));
    }

    void assertNothingFound() {
        assertThat(findings).isEmpty();
    }
}
