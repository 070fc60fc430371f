package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Definitions where a term stands, and all of them on a page.
@PageTests
class GlossaryPageTest {
    private Visitor visitor;

    @BeforeEach
    void arrive(Visitor visitor) {
        this.visitor = visitor;
    }

    @Test
    void aTermShowsItsDefinitionOnFocusAndOnHoverUntilItIsLeft() {
        visitor.open("/?v=1&section=2");
        Locator term = visitor.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("lanes"));
        Locator note = visitor.page().getByRole(AriaRole.TOOLTIP);

        term.focus();
        assertThat(note).isVisible();
        assertThat(term).hasAttribute("aria-describedby", "term-note");
        visitor.page().keyboard().press("Escape");
        assertThat(note).isHidden();

        visitor.page().locator("h1").click();
        term.hover();
        assertThat(note).isVisible();
        visitor.page().mouse().move(5, 890);
        assertThat(note).isHidden();
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void allTermsAreOnAPageOfTheirOwnWithTheExperimentsThatShowThem() {
        visitor.open("/?v=1&section=2");
        visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Glossary")).click();
        assertThat(visitor.page().locator("h1")).hasText("Glossary");
        assertThat(visitor.address()).contains("page=glossary");
        visitor.page().locator("dl.glossary dt").first().waitFor();
        int all = visitor.page().locator("dl.glossary dt").count();
        assertThat(all).isGreaterThan(35);

        visitor.page().getByLabel("Find").fill("cache line");
        assertThat(visitor.page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions()
                .setHasText(Pattern.compile("\\d+ of " + all)))).isVisible();
        Axe axe = new Axe(visitor.page());
        axe.look("the glossary");
        axe.assertNothingFound();
        visitor.page().goBack();
        assertThat(visitor.page().locator("section-page")).isVisible();
    }
}
