package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What comes over the wire before a visitor has done anything, and the page's own modules in a real browser.
@QuarkusTest
@ExtendWith(Browsing.class)
@Tag("page")
class FirstVisitTest {
    private static final double MOST_BYTES = 300 * 1024;
    private static final int FEWEST_TESTS = 50;
    private static final String TUNED = "Vector API, blocked and packed";

    @Test
    void aFirstLoadIsSmallAndAsksNobodyButTheServer(Visitor earlier) {
        Visitor visitor = earlier.another(UnaryOperator.identity());
        DoubleAdder transferred = new DoubleAdder();
        CDPSession network = visitor.devTools();
        network.send("Network.enable");
        network.on("Network.loadingFinished", event -> transferred.add(event.get("encodedDataLength").getAsDouble()));

        visitor.open("/").page().waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(visitor.page().getByRole(AriaRole.ARTICLE).first()).isVisible();
        assertThat(transferred.sum()).isBetween(10_000.0, MOST_BYTES);
        assertThat(visitor.requests()).hasSizeGreaterThan(10)
                .allMatch(address -> address.startsWith(visitor.server().toString()));
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void everySectionFitsADeskAndAPhone(Visitor visitor) {
        visitor.open("/");
        for (int section = 1; section <= 10; section++) {
            visitor.page().setViewportSize(1440, 900);
            visitor.section(String.valueOf(section)).click();
            assertThat(visitor.page().locator(".section-head .eyebrow")).containsText("Section " + section + " ");
            visitor.awaitContent();
            for (int width : new int[] {1440, 390}) {
                visitor.page().setViewportSize(width, 900);
                assertThat(visitor.scrollsSideways()).as("section %s, %s wide", section, width).isFalse();
            }
        }
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void everyModuleOfTheImportMapIsThere(Visitor visitor) {
        Object imports = visitor.open("/").page().evaluate(
                "JSON.parse(document.querySelector('script[type=importmap]').textContent).imports");
        Map<?, ?> modules = (Map<?, ?>) imports;

        assertThat(modules).isNotEmpty();
        assertThat(modules.values()).allSatisfy(address -> {
            APIResponse response = visitor.page().request().get((String) address);
            assertThat(response.status()).as("%s", address).isEqualTo(200);
            assertThat(response.headers().get("content-type")).as("%s", address).contains("javascript");
        });
    }

    @Test
    void theCodeOnThePageIsThatOfItsFile(Visitor visitor) {
        Card card = visitor.open("/?v=1&section=5").card("row-vs-column");

        for (String side : List.of("Left code", "Right code")) {
            assertThat(card.tabs(side).getByRole(AriaRole.TAB)).hasText(
                    new String[] {
                        "By columns", "By columns, rows padded by one line", "By rows", "By rows, Vector API"
                    });
        }
        card.tab("Right code", "By rows, Vector API").click();
        assertThat(card.code("RowVsColumn.java").last()).containsText("return VectorMatrixSum.byRows(matrix, size");
        assertThat(card.code("VectorMatrixSum.java")).isVisible();
    }

    @Test
    void whatATunedKernelIsMadeOfWaitsBehindOneLineInTheOrderOfReading(Visitor visitor) {
        Card card = visitor.open("/?v=1&section=2").card("matmul");
        card.article().scrollIntoViewIfNeeded();
        card.tab("Right code", TUNED).click();
        Locator line = card.article().getByText(Pattern.compile("^\\d+ more "));
        Locator pieces = card.group(line.innerText());
        assertThat(card.code("BlockedMatMul.java")).hasCount(1);
        assertThat(pieces).isHidden();

        line.focus();
        visitor.page().keyboard().press("Enter");

        assertThat(pieces.locator("summary span")).hasText(placesOfPieces(visitor).skip(2).toArray(Pattern[]::new));
        assertThat(pieces.locator("summary")).hasCount(Integer.parseInt(line.innerText().split(" ")[0]));
        pieces.locator("summary").first().focus();
        visitor.page().keyboard().press("Enter");
        assertThat(pieces.locator("code-piece").first()).isVisible();
    }

    /// Where the pieces of the tuned matrix product are, as the server lists them.
    private static Stream<Pattern> placesOfPieces(Visitor visitor) {
        String answer = visitor.page().request()
                .get(visitor.server().resolve("/api/experiments/matmul").toString()).text();
        return JsonParser.parseString(answer).getAsJsonObject().getAsJsonArray("variants").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(variant -> variant.get("label").getAsString().equals(TUNED))
                .flatMap(variant -> variant.getAsJsonArray("code").asList().stream())
                .map(JsonElement::getAsJsonObject)
                .map(piece -> Pattern.compile(", lines %s-%s$".formatted(
                        piece.get("firstLine").getAsInt(), piece.get("lastLine").getAsInt())));
    }

    @Test
    void thePagesOwnModulesPassTheirTests(Visitor visitor) {
        visitor.page().navigate("/test/index.html");
        await().until(() -> visitor.page().evaluate("Boolean(window.lanesTests)").equals(true));
        Object results = visitor.page().evaluate("window.lanesTests");

        assertThat((Map<?, ?>) results).extracting("failures").asList().isEmpty();
        assertThat((Map<?, ?>) results).extracting("failed").isEqualTo(0);
        assertThat((Integer) ((Map<?, ?>) results).get("passed")).isGreaterThanOrEqualTo(FEWEST_TESTS);
    }
}
