package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.FakeRoom;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Colours, widths, and what is wrong with a control beside it. The worker is a fake that is done at once.
@QuarkusTest
@TestProfile(FakeRoom.class)
@ExtendWith(Browsing.class)
@Tag("page")
class AppearanceTest {
    private static final String NORMAL = "/?v=1&section=3&scripted.param.script=" + Script.NORMAL.number();
    private static final String LIGHT = "light";
    private static final String DARK = "dark";

    @Test
    void aChosenThemeOutlivesAReload(Visitor visitor) {
        Page page = visitor.open(NORMAL).page();
        assertThat(shades(page)).isEqualTo(LIGHT);

        visitor.theme("Dark");
        assertThat(shades(page)).isEqualTo(DARK);
        page.reload();
        assertThat(theme(page, "Dark")).isChecked();
        assertThat(shades(page)).isEqualTo(DARK);

        visitor.theme("System");
        assertThat(shades(page)).isEqualTo(LIGHT);
        page.reload();
        assertThat(theme(page, "System")).isChecked();
        assertThat(shades(page)).isEqualTo(LIGHT);
    }

    @Test
    void withoutAChoiceTheSystemDecidesAndAChoiceOverrulesIt(Visitor visitor) {
        Visitor inTheDark = visitor.another(options -> options.setColorScheme(ColorScheme.DARK));
        Page page = inTheDark.open(NORMAL).page();
        assertThat(shades(page)).isEqualTo(DARK);

        inTheDark.theme("Light");
        assertThat(shades(page)).isEqualTo(LIGHT);
    }

    @Test
    void onAPhoneThePageFitsAndRuns(Visitor visitor) {
        Visitor phone = visitor.another(options -> options.setViewportSize(390, 844).setHasTouch(true));
        Card card = phone.open(NORMAL).card();
        assertThat(phone.scrollsSideways()).isFalse();

        card.button("Run").tap();
        card.awaitStage("finished");
        assertThat(phone.scrollsSideways()).isFalse();
        assertThat(card.answer()).containsText("faster, between");
        for (String heading : List.of("Time per operation", "Every sample, by round")) {
            assertThat(card.table(heading)).isNotEmpty();
        }
        assertThat(phone.scrollsSideways()).as("with tables open").isFalse();
    }

    @Test
    void aNumberOutOfItsRangeIsSaidBesideItsControl(Visitor visitor) {
        Card card = visitor.open(NORMAL).card();
        card.set("Size", 9000);

        assertThat(card.number("Size")).hasAttribute("aria-invalid", "true");
        assertThat(card.number("Size")).hasAccessibleDescription("Must be from 8 to 8,192.");
        assertThat(card.button("Run")).isDisabled();

        card.set("Size", 8192);
        assertThat(card.number("Size")).hasAttribute("aria-invalid", "false");
        assertThat(card.number("Size")).hasAccessibleDescription("8 to 8,192 floats");
        assertThat(card.button("Run")).isEnabled();
    }

    @Test
    void anEmptyGroupIsSaidBesideIt(Visitor visitor) {
        Card card = visitor.open(NORMAL).card();
        card.choose("Workers");

        assertThat(card.group("Workers")).hasAccessibleDescription("Choose at least one number of workers.");
        assertThat(card.button("Run")).isDisabled();
        card.choose("Variants", "Plain");
        assertThat(card.button("Run")).isEnabled();
    }

    /// Whether the page is light or dark, as its background tells.
    private static String shades(Page page) {
        Object red = page.evaluate("Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])");
        return ((Number) red).intValue() > 127 ? LIGHT : DARK;
    }

    private static Locator theme(Page page, String name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
    }
}
