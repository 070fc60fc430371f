package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.lanes.run.FakeWorker;
import dev.lanes.run.FakeWorker.Script;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A sweep over a parameter, and measuring on where a claim is not clear.
@PageTests
class SweepPageTest {
    private static final String CHART = "Speedup over size";

    @Test
    void aSweepIsSetUpMeasuredAndOpenedAgainFromItsAddress(Visitor visitor) throws IOException {
        Card card = visitor.open("/?v=1&section=3&scripted.workers=4&scripted.pools=platform").card();
        sweep(card);
        Locator values = card.article().getByLabel("Values of size");
        assertThat(values).hasValue("8, 32, 128, 512, 2048, 8192");

        values.fill("64, 8, 16");
        values.press("Tab");
        assertThat(values).hasValue("8, 16, 64");
        assertThat(visitor.page()).hasURL(Pattern.compile("scripted\\.sweep=size:8,16,64"));
        card.run().awaitStage("finished");

        assertThat(card.article().getByText(FakeWorker.SWEPT)).isVisible();
        List<List<String>> table = card.table(CHART);
        assertThat(table).extracting(List::getFirst).containsExactly("8 floats", "16 floats", "64 floats");
        assertThat(card.table("Time per operation")).as("those at the parameter's own value").hasSize(2);

        visitor.page().reload();
        visitor.card().view("Sweep");
        assertThat(visitor.card().article().getByText(FakeWorker.SWEPT)).isVisible();
        assertThat(visitor.card().chart(CHART)).isVisible();
        Axe axe = new Axe(visitor.page());
        axe.look("a sweep");
        axe.assertNothingFound();
        visitor.page().setViewportSize(390, 900);
        assertThat(visitor.scrollsSideways()).isFalse();
        assertThat(visitor.complaints()).isEmpty();
    }

    private static void sweep(Card card) {
        card.view("Sweep").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Size").setExact(true))
                .click();
    }

    @Test
    void valuesThatCannotBeMeasuredAreSaidBesideTheirField(Visitor visitor) {
        Card card = visitor.open("/?v=1&section=3").card();
        sweep(card);
        Locator values = card.article().getByLabel("Values of size");
        for (String wrong : List.of("8, 9", "8, 9, 1000000", "8, 9, many")) {
            values.fill(wrong);
            values.press("Tab");
            assertThat(values).hasAttribute("aria-invalid", "true");
        }
        card.button("Back to one value").click();
        assertThat(values).isHidden();
    }

    @Test
    void aClaimThatIsNotClearYetIsMeasuredOnWithTheNextEffort(Visitor visitor) {
        Card card = visitor
                .open("/?v=1&section=3&scripted.workers=2&scripted.param.script=" + Script.NOISY.number()).card();
        card.run().awaitStage("finished");
        String first = visitor.page().url().replaceFirst(".*run=([^&]+).*", "$1");

        card.part("verdict").getByRole(AriaRole.BUTTON).click();
        assertThat(visitor.page()).not().hasURL(Pattern.compile(first));
        card.awaitStage("finished");

        assertThat(card.article().getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Standard")))
                .isChecked();
        String second = visitor.page().url().replaceFirst(".*run=([^&]+).*", "$1");
        assertThat(visitor.page().request().get("/api/runs/" + second).text())
                .contains("\"continues\":\"" + first + "\"");
    }
}
