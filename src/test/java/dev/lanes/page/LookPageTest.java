package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.lanes.run.FakeWorker.Script;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Machine code and profile on the page, as the fake worker tells them.
@PageTests
class LookPageTest {
    private Visitor visitor;
    private Card card;

    @BeforeEach
    void openTheView(Visitor visitor) {
        this.visitor = visitor;
        visitor.open("/?v=1&section=3");
        card = visitor.card("scripted");
        card.set("Script", Script.NORMAL.number());
        card.view("Machine code");
    }

    @Test
    void aLookShowsTheLoopPairedWithTheLinesOfTheCodeAndExplainsTheInstructionThatIsPointedAt() {
        look("Plain");

        assertThat(side("Plain").locator(".sentence")).containsText("1");
        assertThat(loop("Plain").getByRole(AriaRole.LISTITEM)).hasCount(4);
        List<String> pairs = loop("Plain").locator("li").all().stream()
                .map(line -> line.getAttribute("data-pair")).toList();
        assertThat(pairs).containsExactly("0", "0", "0", "1");
        assertThat(card.article().locator("code-pane .line[data-pair='0']").first()).hasAttribute("data-line", "69");
        assertThat(side("Plain").locator("summary").first()).containsText("1");
        assertThat(side("Plain").locator("summary").last()).isVisible();

        Locator explained = side("Plain").locator(".explained").first();
        assertThat(explained.locator("b")).hasText("vfmadd231ps");

        loop("Plain").focus();
        visitor.page().keyboard().press("ArrowDown");
        assertThat(explained.locator("b")).hasText("cmp");
        loop("Plain").locator("li").nth(2).hover();
        assertThat(explained.locator("b")).hasText("jae");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void theProfileIsBesideTheLinesAndCanBeTakenAway() {
        look("Plain");

        assertThat(card.article().locator("code-pane .line[data-line='69']").first()).hasAttribute("data-share", "56 %");
        assertThat(side("Plain").locator(".profile")).containsText(Pattern.compile("200.*3 lost.*1 "));
        side("Plain").getByRole(AriaRole.SEARCHBOX).fill("queue");
        assertThat(side("Plain").getByRole(AriaRole.ROWHEADER)).hasText(new String[] {"Queue.take"});
        assertThat(visitor.page().waitForDownload(() ->
                        side("Plain").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("speedscope")).click())
                .suggestedFilename()).endsWith(".speedscope.json");
        assertThat(visitor.page().waitForDownload(() ->
                        side("Plain").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Mission")).click())
                .suggestedFilename()).endsWith(".jfr");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void twoLooksAreToldApartInOneSentenceAndOnAPhoneStandOneBelowTheOther() {
        look("Plain");
        look("One per worker");

        assertThat(card.article().locator(".apart")).containsText(Pattern.compile("16 lanes"));
        assertThat(card.article().locator(".apart")).containsText(Pattern.compile("1 bounds check"));
        visitor.page().setViewportSize(390, 844);
        assertThat(visitor.scrollsSideways()).isFalse();
        Axe axe = new Axe(visitor.page());
        axe.look("machine code", "machine-code");
        axe.assertNothingFound();
    }

    @Test
    void whatWasLookedAtIsKeptWithTheRun() {
        card.run().awaitStage("finished");
        look("Plain");
        visitor.page().reload(new Page.ReloadOptions());
        card.awaitStage("finished");
        card.view("Machine code");

        assertThat(loop("Plain")).isVisible();
    }

    @Test
    void aLookThatFailsSaysSoAndCanBeTriedAgain() {
        script(Script.FAILURE);
        button("Plain", "Show").click();

        assertThat(side("Plain").getByRole(AriaRole.ALERT)).containsText("A fork failed");
        assertThat(button("Plain", "Show")).isEnabled();
    }

    @Test
    void aLookCanBeCancelled() {
        script(Script.ENDLESS);
        // Who leaves before the server has answered does not know what to cancel.
        visitor.page().waitForResponse("**/api/looks", () -> button("Plain", "Show").click());
        button("Plain", "Cancel").click();

        assertThat(button("Plain", "Show")).isEnabled();
    }

    /// Until the view knows of it, too.
    private void script(Script script) {
        card.set("Script", script.number());
        visitor.page().waitForFunction(
                "number => document.querySelector('machine-code')?.of.settings.params.script === number",
                (int) script.number());
    }

    private Locator side(String variant) {
        return card.article().locator("look-pane").filter(new Locator.FilterOptions().setHas(
                visitor.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(Pattern.compile("^" + variant)))));
    }

    private Locator loop(String variant) {
        return side(variant).getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName("Hot loop"));
    }

    private Locator button(String variant, String name) {
        return side(variant).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private void look(String variant) {
        button(variant, "Show").click();
        assertThat(loop(variant)).isVisible();
    }
}
