package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// An experiment that is interpreted, runs from cold, has a yardstick, names for numbers, and a variant that the
/// machine lacks.
@PageTests
class RarerWordsTest {
    private static final String ADDRESS = "/?v=1&section=10&worded.workers=2,64";

    @Test
    void aParameterOfNamesIsAListOfThem(Visitor visitor) {
        Card card = visitor.open(ADDRESS).card();
        Locator kind = card.article().getByRole(
                AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Kind"));

        assertThat(kind.locator("option")).hasText(new String[] {"waiting", "busy"});
        assertThat(kind).hasValue("1");
        kind.selectOption("waiting");
        visitor.page().waitForURL(Pattern.compile(".*worded\\.param\\.kind=0.*"));
    }

    @Test
    void aVariantThatTheMachineLacksCannotBeChosenAndTheReasonIsSaid(Visitor visitor) {
        Locator variants = visitor.open(ADDRESS).card().group("Variants");

        assertThat(box(variants, "Wide")).isDisabled();
        assertThat(box(variants, "Crowd")).isEnabled();
        assertThat(variants).containsText(Pattern.compile("Wide .*512 bits.* 256"));
    }

    @Test
    void bothRatiosTheFigureTheCurveFromColdAndWhatAnOperationAllocatesAreShown(Visitor visitor) {
        Card card = visitor.open(ADDRESS).card();
        card.run().awaitStage("finished");

        assertThat(card.answer().locator(".compared span"))
                .hasText(new String[] {"Crowd, platform 64", "Crowd, platform 2"});
        assertThat(card.part("verdict").locator(".compared").first())
                .containsText(Pattern.compile("35 times faster \\(30-40\\)[\\s\\S]*Compiled"));
        assertThat(card.part("check")).containsText("Waited: 12.5 %");
        assertThat(card.part("verdict").locator(".because:not(.compared)")).hasText(
                new Pattern[] {Pattern.compile("1\\.9 of 2"), Pattern.compile("2 ms")});
        assertThat(card.chart("Time of a call")).isVisible();
        assertThat(card.table("Time of a call")).extracting(row -> row.subList(0, 2)).hasSize(2)
                .satisfies(rows -> assertThat(rows.getLast()).containsExactly("After ten calls", "10"));
        assertThat(card.table("Time per operation").getFirst()).contains("interpreted", "Waited: 12.5 %");

        assertThat(card.race().locator(".garbage").first()).containsText("1.2 KB");
        assertThat(card.view("Why")).containsText(Pattern.compile("Crowd, platform 64 .*1\\.2 KB"));
        assertThat(card.table("Time per operation").getFirst()).last().isEqualTo("1.2 KB");
        assertThat(visitor.complaints()).isEmpty();
    }

    private static Locator box(Locator group, String label) {
        return group.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(label));
    }
}
