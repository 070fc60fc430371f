package dev.lanes.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/// What axe finds wrong on a page in the states that a test leads it to: at a desk in light colours, or on a phone in
/// dark ones. A look takes a second.
final class Axe {
    private static final String SCRIPT = AxeBuilder.getAxeScript();
    private static final int DESK_WIDTH = 1440;
    private static final int DESK_HEIGHT = 900;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
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
        lookAtADesk(state, part);
        lookOnAPhone(state, part);
    }

    /// For a state that differs little from others on a phone.
    void lookAtADesk(String state) {
        lookAtADesk(state, WHOLE_PAGE);
    }

    void lookAtADesk(String state, String part) {
        run(state, part);
    }

    /// For a state that differs little from others at a desk.
    void lookOnAPhone(String state) {
        lookOnAPhone(state, WHOLE_PAGE);
    }

    void lookOnAPhone(String state, String part) {
        theme("dark");
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        run(state + ", dark, on a phone", part);
        theme("light");
        page.setViewportSize(DESK_WIDTH, DESK_HEIGHT);
    }

    private void run(String state, String part) {
        page.locator(part).first().waitFor();
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        ((List<?>) page.evaluate(RUN, part)).forEach(finding -> findings.add(state + ": " + finding));
    }

    private void theme(String theme) {
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme);
    }

    void assertNothingFound() {
        assertThat(findings).isEmpty();
    }
}
