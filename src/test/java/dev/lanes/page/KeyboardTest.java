package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.lanes.run.FakeWorker.Script;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page without a mouse. The worker is a fake: it measures for as long as nobody cancels.
@PageTests
class KeyboardTest {
    private static final String ENDLESS =
            "/?v=1&section=3&scripted.variants=plain&scripted.param.script=" + Script.ENDLESS.number();
    private static final String NORMAL = "/?v=1&section=3&scripted.param.script=" + Script.NORMAL.number();
    private static final int MOST_TABS = 40;

    @Test
    void tabLeadsToRunAndEnterStartsAndCancels(Visitor visitor) {
        Card card = visitor.open(ENDLESS).card();
        tabTo(visitor.page(), card.button("Run"));
        assertThat(card.button("Run").evaluate("button => getComputedStyle(button).outlineStyle")).isEqualTo("solid");

        visitor.page().keyboard().press("Enter");
        card.awaitStage("measure");
        assertThat(card.button("Cancel")).isFocused();
        card.cancel().awaitStage("cancelled");
        assertThat(card.button("Run")).isFocused();
    }

    @Test
    void everyStopOfTheTabKeyCanBeSeen(Visitor visitor) {
        Page page = visitor.open(ENDLESS).page();
        for (int tab = 0; tab < MOST_TABS; tab++) {
            page.keyboard().press("Tab");
            assertThat((Boolean) page.evaluate("""
                    () => {
                      const focused = document.activeElement;
                      if (focused === document.body) return true;
                      const drawn = focused.matches(".chip input, .seg input") ? focused.nextElementSibling : focused;
                      const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
                      const { width, height } = drawn.getBoundingClientRect();
                      return width > 0 && height > 0 && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
                    }""")).as("stop %d: %s", tab, page.evaluate("document.activeElement.outerHTML")).isTrue();
        }
    }

    @Test
    void oneKeyRunsAndOneCancels(Visitor visitor) {
        Card card = visitor.open(ENDLESS).card();
        visitor.page().keyboard().press("r");
        card.awaitStage("measure");
        visitor.page().keyboard().press("c");
        card.awaitStage("cancelled");
    }

    @Test
    void aQuestionMarkListsTheKeysAndEscapeClosesTheListAndInANumberKeysAreNoShortcuts(Visitor visitor) {
        Page page = visitor.open(ENDLESS).page();
        Locator list = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Keyboard shortcuts"));
        assertThat(list).isHidden();

        page.keyboard().press("?");
        assertThat(list).isVisible();
        assertThat(list.locator("kbd").getByText("r", new Locator.GetByTextOptions().setExact(true))).isVisible();
        assertThat(list.getByRole(AriaRole.BUTTON)).isFocused();

        page.keyboard().press("Escape");
        assertThat(list).isHidden();

        Card card = visitor.card();
        card.number("Size").focus();
        page.keyboard().press("r");
        page.keyboard().press("?");
        assertThat(list).isHidden();
        assertThat(card.status()).hasAttribute("data-stage", "idle");
    }

    @Test
    void keysCanBeSwitchedOffAndStayOff(Visitor visitor) {
        Page page = visitor.open(ENDLESS).page();
        visitor.button("Keyboard shortcuts").click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.CHECKBOX).uncheck();
        page.keyboard().press("Escape");
        assertThat(visitor.button("Keyboard shortcuts")).isFocused();

        page.reload();
        Card card = visitor.card();
        card.heading().waitFor();
        page.keyboard().press("?");
        page.keyboard().press("r");
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(card.status()).hasAttribute("data-stage", "idle");

        visitor.button("Keyboard shortcuts").click();
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.CHECKBOX).check();
        page.keyboard().press("Escape");
        page.keyboard().press("r");
        card.awaitStage("measure").cancel().awaitStage("cancelled");
    }

    @Test
    void theFocusMovesToWhatTakesThePlaceOfAButton(Visitor visitor) {
        Page page = visitor.open(NORMAL).page();
        Card card = visitor.card().run().awaitStage("finished");
        card.button("Share or export").press("Enter");
        page.locator("[data-act=store]").press("Enter");
        assertThat(page.locator("[data-what=result] input")).isFocused();
        page.locator("[data-act=pack]").press("Enter");
        assertThat(page.locator("[data-what=packed] input")).isFocused();
        page.keyboard().press("Escape");
        assertThat(card.button("Share or export")).isFocused();

        card.set("Script", Script.FAILURE.number()).run().awaitStage("failed");
        card.button("Run again").press("Enter");
        assertThat(card.article().locator(".run button")).isFocused();
    }

    @Test
    void arrowsMoveThroughTheTabsOfACode(Visitor visitor) {
        Card card = visitor.open(ENDLESS).card();
        card.tab("Left code", "Plain").focus();
        visitor.page().keyboard().press("ArrowLeft");

        assertThat(card.tab("Left code", "One per worker")).isFocused();
        assertThat(card.tab("Left code", "One per worker")).hasAttribute("aria-selected", "true");
        assertThat(visitor.page()).hasURL(Pattern.compile("scripted\\.left=one-per-worker"));
    }

    private static void tabTo(Page page, Locator target) {
        for (int tab = 0; tab < MOST_TABS; tab++) {
            page.keyboard().press("Tab");
            if ((Boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
        }
        assertThat(target).isFocused();
    }
}
