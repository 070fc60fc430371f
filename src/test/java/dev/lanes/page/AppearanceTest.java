package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import dev.lanes.run.FakeWorker.Script;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Colours, widths, and what is wrong with a control beside it. The worker is a fake that is done at once.
@PageTests
class AppearanceTest {
    private static final String NORMAL = "/?v=1&section=3&scripted.param.script=" + Script.NORMAL.number();
    private static final String CHART = "canvas => ({ ink: Chart.getChart(canvas).options.plugins.whiskers.color, "
            + "width: Chart.getChart(canvas).width })";
    /// Of A4 between the page's own margins, in CSS pixels.
    private static final double WIDTH_OF_PAPER = 703;
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
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Page page = visitor.open(NORMAL).page();
        assertThat(shades(page)).isEqualTo(DARK);

        visitor.theme("Light");
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
        assertThat(card.headline()).containsText("2.0×");
        for (String heading : List.of("Time per operation", "Every sample")) {
            assertThat(card.table(heading)).isNotEmpty();
        }
        assertThat(phone.scrollsSideways()).as("with tables open").isFalse();
    }

    @Test
    void aNumberOutOfItsRangeAndAnEmptyGroupAreSaidBesideTheirControls(Visitor visitor) {
        Card card = visitor.open(NORMAL).card();
        card.set("Size", 9000);

        assertThat(card.number("Size")).hasAttribute("aria-invalid", "true");
        assertThat(card.number("Size")).hasAccessibleDescription(Pattern.compile("8 to 8,192"));
        assertThat(card.button("Run")).isDisabled();

        card.set("Size", 8192);
        assertThat(card.number("Size")).hasAttribute("aria-invalid", "false");
        assertThat(card.number("Size")).hasAccessibleDescription(Pattern.compile("8 to 8,192"));
        assertThat(card.button("Run")).isEnabled();

        card.choose("Workers");

        assertThat(card.group("Workers")).hasAccessibleDescription(Pattern.compile("."));
        assertThat(card.group("Workers").locator(".hint")).hasAttribute("data-fault", "");
        assertThat(card.button("Run")).isDisabled();
        card.choose("Variants", "Plain");
        assertThat(card.button("Run")).isEnabled();
    }

    @Test
    void onPaperThePageIsDarkOnWhiteWithChartsThatFitAndNothingToPress(Visitor visitor) {
        Page page = visitor.open(NORMAL).page();
        Card card = visitor.card().run().awaitStage("finished");
        Map<?, ?> light = chart(card);
        visitor.theme("Dark");
        Map<?, ?> dark = chart(card);
        assertThat(dark.get("ink")).isNotEqualTo(light.get("ink"));

        page.evaluate("window.addEventListener('beforeprint', () => { window.printed = (" + CHART
                + ")(document.querySelector('[aria-label^=\"Time per operation\"]')) })");
        page.pdf();

        Map<?, ?> printed = (Map<?, ?>) page.evaluate("window.printed");
        assertThat(printed.get("ink")).isEqualTo(light.get("ink"));
        assertThat(((Number) printed.get("width")).doubleValue()).isBetween(400.0, WIDTH_OF_PAPER);
        assertThat(chart(card)).isEqualTo(dark);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(shades(page)).isEqualTo(LIGHT);
        assertThat(page.locator("button:not([role=tab]), nav, [type=range]")
                .filter(new Locator.FilterOptions().setVisible(true))).hasCount(0);
        assertThat(card.answer()).isVisible();
    }

    @Test
    void whereTheSystemForcesItsColoursBarsLanesLightsAndChosenSegmentsAreSeen(Visitor visitor)
            throws IOException {
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        Page page = visitor.open(NORMAL).page();
        Card card = visitor.card().run().awaitStage("finished");
        Locator stop = card.race().getByText("Stop");
        if (stop.isVisible()) {
            stop.click();
        }

        assertThat(painted(card.race().locator(".lane i").first())).isGreaterThan(0.8);
        for (Map.Entry<String, String> mark : Map.of("Why", ".says > div", "Cases", ".legend [data-mark=bar-platform]",
                "Table", ".lights li, .chip :checked + span").entrySet()) {
            assertThat(card.view(mark.getKey())).not().isEmpty();
            assertThat(ground(page, mark.getValue(), "::before")).as(mark.getValue())
                    .isNotEqualTo(ground(page, "body", null));
        }
        for (String chosen : List.of(".seg :checked + span", "[role=tab][aria-selected=true]")) {
            assertThat(ground(page, chosen, null)).as(chosen).isNotEqualTo(ground(page, "body", null));
        }
        card.view("Timeline");
        assertThat(page.locator(".lanes .track").first()).hasCSS("stroke", textColour(page));
        assertThat(chart(card).get("ink")).isEqualTo(page.evaluate("""
                colour => {
                  const context = document.createElement("canvas").getContext("2d");
                  context.fillStyle = colour;
                  return context.fillStyle;
                }""", textColour(page)));
    }

    /// The share of an element's pixels that are neither black nor white, nor nearly so: the grounds of a page whose
    /// colours are forced.
    private static double painted(Locator element) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(element.screenshot()));
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return IntStream.of(pixels)
                .map(pixel -> pixel & 0xff)
                .filter(blue -> blue > 8 && blue < 247)
                .count() / (double) pixels.length;
    }

    private static String textColour(Page page) {
        return (String) page.evaluate("getComputedStyle(document.body).color");
    }

    /// The colour behind an element, or behind a part of it such as `::before`.
    private static Object ground(Page page, String selector, String part) {
        return page.locator(selector).first()
                .evaluate("(element, part) => getComputedStyle(element, part).backgroundColor", part);
    }

    /// The colour of the intervals in a chart, and its width, as it is drawn now.
    private static Map<?, ?> chart(Card card) {
        Locator chart = card.chart("Time per operation");
        chart.scrollIntoViewIfNeeded();
        chart.page().waitForFunction("canvas => window.Chart?.getChart(canvas)", chart.elementHandle());
        return (Map<?, ?>) chart.evaluate(CHART);
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
