package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The page's address: a link to every set-up.
@QuarkusTest
@ExtendWith(Browsing.class)
@Tag("page")
class AddressTest {

    @Test
    void anAddressSaysWhatDiffersFromTheDefaultsAndOpensTheSameSetUp(Visitor visitor) {
        Card card = visitor.open("/?v=1&section=9").card("race");
        card.choose("Workers", "2", "4").set("Batch", 128);
        card.effort("Standard");

        assertThat(visitor.address())
                .isEqualTo("/?v=1&section=9&race.workers=2,4&race.effort=standard&race.param.samples=128");

        Card same = visitor.another(UnaryOperator.identity()).open(visitor.address()).card("race");
        assertThat(same.number("Batch")).hasValue("128");
        assertThat(same.group("Workers").getByRole(AriaRole.CHECKBOX,
                new Locator.GetByRoleOptions().setChecked(true)).locator("xpath=..")).hasText(new String[] {"2", "4"});
        assertThat(same.article().getByRole(AriaRole.RADIO,
                new Locator.GetByRoleOptions().setName("Standard"))).isChecked();

        card.set("Batch", 64).choose("Workers", "1", "2", "4", "8");
        card.effort("Quick");
        assertThat(visitor.address()).isEqualTo("/?v=1&section=9");
    }

    @Test
    void backAndForwardUndoAndRedo(Visitor visitor) {
        Card card = visitor.open("/?v=1&section=5").card("row-vs-column");
        card.set("Rows and columns", 1024);
        card.set("Rows and columns", 2048);
        visitor.section("9").click();
        assertThat(visitor.card("race").heading()).containsText("gradient");

        visitor.page().goBack();
        assertThat(card.number("Rows and columns")).hasValue("2048");
        visitor.page().goBack();
        assertThat(card.number("Rows and columns")).hasValue("1024");
        visitor.page().goBack();
        assertThat(card.number("Rows and columns")).hasValue("4096");
        visitor.page().goForward();
        assertThat(card.number("Rows and columns")).hasValue("1024");
        assertThat(visitor.address()).isEqualTo("/?v=1&section=5&row-vs-column.param.size=1024");
    }

    @Test
    void anAddressThatNobodyUnderstandsOpensThePageAnyway(Visitor visitor) {
        Card card = visitor.open("/?v=1&section=5&row-vs-column.param.size=big&row-vs-column.effort=no&x=y")
                .card("row-vs-column");

        assertThat(card.number("Rows and columns")).hasValue("4096");
        assertThat(card.button("Run")).isEnabled();
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aSliderMovesTheNumberBesideIt(Visitor visitor) {
        Card card = visitor.open("/?v=1&section=5").card("row-vs-column");
        card.slider("Rows and columns").press("ArrowLeft");

        assertThat(card.number("Rows and columns")).hasValue("2048");
        assertThat(card.slider("Rows and columns")).hasAttribute("aria-valuetext", "2,048 ");
        assertThat(visitor.address()).endsWith("row-vs-column.param.size=2048");
    }
}
