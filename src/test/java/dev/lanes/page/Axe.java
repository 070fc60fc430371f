package dev.lanes.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/// What axe finds wrong on a page, in every state that a test leads it to: with all rules in light colours, and what
/// colours and width can change in dark ones and on a phone.
final class Axe {
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");
    private static final int DESK_WIDTH = 1440;
    private static final int DESK_HEIGHT = 900;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    private final Page page;
    private final List<String> findings = new ArrayList<>();

    Axe(Page page) {
        this.page = page;
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    /// Looks at the page as it is now.
    ///
    /// @param state what findings are listed under
    void look(String state) {
        look(state, new AxeBuilder(page));
        theme("dark");
        look(state + ", dark", new AxeBuilder(page).withRules(OF_COLOURS));
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        look(state + ", dark, on a phone", new AxeBuilder(page));
        theme("light");
        look(state + ", on a phone", new AxeBuilder(page).withRules(OF_COLOURS));
        page.setViewportSize(DESK_WIDTH, DESK_HEIGHT);
    }

    private void look(String state, AxeBuilder axe) {
        axe.setLegacyMode(true).analyze().getViolations().forEach(rule -> rule.getNodes().forEach(node -> findings.add(
                "%s: %s: %s%n    %s".formatted(state, rule.getId(), node.getFailureSummary(), node.getHtml()))));
    }

    private void theme(String theme) {
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme);
    }

    void assertNothingFound() {
        assertThat(findings).isEmpty();
    }
}
