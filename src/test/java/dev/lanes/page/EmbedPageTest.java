package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// One result in a small frame.
@PageTests
class EmbedPageTest {
    private static final String ADDRESS = "/embed/" + SharedResult.ID;
    private static final Path DOCUMENT = Path.of("frontend", "embed.html");

    @Test
    void aFrameHoldsQuestionAnswerFigureAndTheWayToAllOfIt(Visitor visitor) throws IOException {
        SharedResult.measure(visitor).storedFor(visitor);
        Page page = open(visitor);

        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Does the server do as it promises?");
        assertThat(page.locator(".answer")).hasAttribute("data-outcome", "HOLDS");
        assertThat(figure(page)).hasAccessibleName(Pattern.compile(".*One per worker, virtual 2 103 ns.*"));
        assertThat(page.getByText("Fake, 4 processors")).isVisible();
        Locator whole = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open in Lanes"));
        assertThat(whole).hasAttribute("href", "/r/" + SharedResult.ID);
        assertThat(whole).hasAttribute("target", "_blank");
        assertThat(whole).isInViewport();
        assertThat(visitor.scrollsSideways()).isFalse();
        assertThat(visitor.requests()).filteredOn(address -> address.contains("/api/"))
                .containsExactly(visitor.server().resolve("/api/results/" + SharedResult.ID).toString());
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void nothingInItNeedsAnInlineScriptOrStyle(Visitor visitor) throws IOException {
        SharedResult.measure(visitor).storedFor(visitor);
        Page page = open(visitor);
        figure(page).waitFor();

        assertThat((Integer) page.evaluate("""
                document.querySelectorAll("script:not([src]), style, [style], [onclick], [onload]").length""")).isZero();
    }

    @Test
    void aResultThatIsGoneIsSaidToBe(Visitor visitor) throws IOException {
        SharedResult.answer(visitor, "/api/results/" + SharedResult.ID, 410, Map.of("title", "Gone"));

        assertThat(open(visitor).getByRole(AriaRole.ALERT)).isVisible();
    }

    private static Page open(Visitor visitor) throws IOException {
        String document = Files.readString(DOCUMENT);
        visitor.page().setViewportSize(480, 320);
        visitor.answer(ADDRESS, asked -> asked.answer(200, "text/html", document));
        visitor.page().navigate(ADDRESS);
        return visitor.page();
    }

    private static Locator figure(Page page) {
        return page.getByRole(AriaRole.IMG);
    }
}
