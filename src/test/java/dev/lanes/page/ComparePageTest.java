package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Measurements laid over each other: mine, theirs, several of theirs, and files of JMH's.
@PageTests
class ComparePageTest {
    /// More than that is not drawn by some browsers.
    private static final int HIGHEST_CANVAS = 16_384;
    private static final String RESULT = "/r/" + SharedResult.ID;

    private Visitor visitor;
    private SharedResult result;

    @BeforeEach
    void arrive(Visitor visitor) {
        this.visitor = visitor;
        this.result = SharedResult.measure(visitor);
    }

    @Test
    void aProcessorWithoutANameIsCalledAfterItsArchitecture() {
        result.elsewhere(SharedResult.ID, "", 10).storedFor(visitor);
        visitor.openResult(RESULT);
        Locator card = visitor.page().locator("result-page machine-card");
        assertThat(card.locator("li").first()).containsText("amd64");
        visitor.page().locator(".result-actions .go").click();

        assertThat(board().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(3)).last())
                .containsText("amd64");
        assertThat(visitor.page().locator("body").innerText()).doesNotContain("undefined", "null");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void mineStandsBesideTheirsWithTheDifferenceInWords() {
        result.elsewhere(SharedResult.ID, "Slow Chip", 10).storedFor(visitor);
        visitor.openResult(RESULT);
        assertThat(board()).hasCount(0);
        visitor.page().locator(".result-actions .go").click();

        Locator words = board().locator(".differences li");
        assertThat(words.first()).containsText(
                Pattern.compile("Your “Plain” .*\\b10 .*\\(9\\.6 to 10\\).*Slow Chip"));
        assertThat(words).hasCount(2);
        assertThat(board().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(3)))
                .hasText(new String[] {"This machine", "Slow Chip"});
        assertThat(table()).contains(
                List.of("Plain", "This machine", "103 ns", "101 ns to 105 ns", "–", "good"),
                List.of("Plain", "Slow Chip", "1.03 µs", "1.01 µs to 1.05 µs", "0.10 (0.096 to 0.10)", "good"));
        assertThat(board().getByRole(AriaRole.IMG)).hasCount(2);
        assertThat(visitor.address()).isEqualTo(RESULT);
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void overlappingIntervalsAreNoClearDifference() {
        result.elsewhere(SharedResult.ID, "One Chip", 1).storedFor(visitor);
        result.elsewhere(SharedResult.OTHER_ID, "Other Chip", 1.01).storedFor(visitor);
        visitor.openResult("/r#r=" + SharedResult.ID + "," + SharedResult.OTHER_ID);

        assertThat(board().locator(".differences li").first()).containsText(
                Pattern.compile("“Plain”.*One Chip .*Other Chip, 0\\.\\d+ to 1\\.\\d+ "));
    }

    @Test
    void anotherResultIsAddedByItsLinkAndPutAwayAgain() {
        result.storedFor(visitor);
        result.elsewhere(SharedResult.OTHER_ID, "Slow Chip", 2).storedFor(visitor);
        visitor.openResult(RESULT);
        add("https://lanes.example/r/" + SharedResult.OTHER_ID);

        assertThat(board().locator(".differences")).containsText("Slow Chip");
        assertThat(visitor.page()).hasURL(visitor.server().resolve(
                "/r#r=" + SharedResult.ID + "," + SharedResult.OTHER_ID).toString());
        board().locator(".side-by-side > li").last().getByRole(AriaRole.BUTTON).click();
        assertThat(board()).hasCount(0);
        assertThat(visitor.page()).hasURL(visitor.server().resolve(RESULT).toString());

        add("hello");
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("neither");
        add(SharedResult.ID);
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("already");
    }

    @Test
    void aResultOfAnotherExperimentIsRefusedInWords() {
        result.storedFor(visitor);
        result.elsewhere(SharedResult.OTHER_ID, "Slow Chip", 2).with(json -> {
            json.getAsJsonObject("experiment").addProperty("id", "plainest");
            return json;
        }).storedFor(visitor);
        visitor.openResult(RESULT);
        add(SharedResult.OTHER_ID);

        assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("“scripted”");
    }

    @Test
    void aFileOfJmhsStandsAtItsOwnCasesAndABadOneIsToldInWords() {
        result.storedFor(visitor);
        String run = result.json().getAsJsonObject("run").get("id").getAsString();
        String jmh = visitor.page().request().get("/api/runs/" + run + "/jmh.json").text();
        visitor.openResult(RESULT);
        choose("mine.json", jmh);

        assertThat(board()).containsText("mine.json");
        assertThat(table()).extracting(row -> row.subList(0, 2)).contains(
                List.of("Plain", "Fake"), List.of("Plain", "mine.json"),
                List.of("One per worker, virtual 2", "mine.json"));

        choose("holiday.json", "{}");
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText(
                Pattern.compile("holiday\\.json: .*JMH"));
    }

    @Test
    void filesAloneCanBeDroppedAndCompared() {
        String run = result.json().getAsJsonObject("run").get("id").getAsString();
        String jmh = visitor.page().request().get("/api/runs/" + run + "/jmh.json").text();
        visitor.openResult("/r");
        visitor.page().locator(".more-results").evaluate("""
                (target, [text, names]) => {
                    const dataTransfer = new DataTransfer();
                    for (const name of names) dataTransfer.items.add(new File([text], name));
                    target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
                }""", List.of(jmh, List.of("before.json", "after.json")));

        assertThat(board().locator(".differences li").first())
                .containsText(Pattern.compile("“plain”.*before\\.json .*after\\.json, "));
    }

    @Test
    void aChartOfManyRowsIsTurnedOverAndFitsTheCanvasOfEveryBrowser() {
        Visitor sharp = visitor.another(desk -> desk.setDeviceScaleFactor(3));
        sharp.openResult("/r");
        choose(sharp, "many.json", IntStream.range(0, 196)
                .mapToObj(n -> """
                        {"benchmark": "a.b.Rpc.call", "mode": "avgt", "params": {"people": "%d", "sales": "%d"},
                         "primaryMetric": {"score": %d, "scoreUnit": "us/op"}}""".formatted(n % 14, n / 14, n + 1))
                .collect(Collectors.joining(",", "[", "]")));
        Locator chart = sharp.page().locator("compare-board [data-chart=time]");
        Locator pager = chart.locator(".pager");

        assertThat(pager.getByRole(AriaRole.STATUS)).hasText("1 of 2");
        assertThat(pager.getByRole(AriaRole.BUTTON).first()).isDisabled();
        sharp.page().waitForCondition(() -> canvasHeight(chart) > 1_000);
        assertThat(canvasHeight(chart)).isLessThanOrEqualTo(HIGHEST_CANVAS);
        int first = canvasHeight(chart);
        pager.getByRole(AriaRole.BUTTON).last().click();
        assertThat(pager.getByRole(AriaRole.STATUS)).hasText("2 of 2");
        assertThat(pager.getByRole(AriaRole.BUTTON).last()).isDisabled();
        sharp.page().waitForCondition(() -> canvasHeight(chart) < first);
        assertThat(sharp.page().locator("compare-board [data-chart=speedup]")).hasCount(0);
        assertThat(sharp.complaints()).isEmpty();
    }

    @Test
    void throughputHasAChartOfItsOwn() throws IOException {
        visitor.openResult("/r");
        choose("modes.json", Files.readString(Path.of("frontend/test/jmh/three-modes-of-one-method.json")));

        assertThat(board().locator("chart-figure")).hasCount(2);
        assertThat(board().locator("[data-chart=rate] canvas")).isVisible();
        assertThat(table()).hasSize(3);
    }

    @Test
    void whatIsLeftOutOfAFileIsSaidAlsoAfterAReload() throws IOException {
        visitor.openResult("/r");
        choose("nan.json", Files.readString(Path.of("frontend/test/jmh/one-score-is-NaN.json")));
        assertThat(board().locator(".caution")).containsText("window");

        visitor.openResult(visitor.page().url().substring(visitor.page().url().indexOf("/r#")));
        assertThat(board().locator(".caution")).containsText("window");
        assertThat(table()).hasSize(2);
    }

    @Test
    void aFileStandsAtTheCasesOfAResultThatIsAddedAfterIt() {
        result.storedFor(visitor);
        String run = result.json().getAsJsonObject("run").get("id").getAsString();
        String jmh = visitor.page().request().get("/api/runs/" + run + "/jmh.json").text();
        visitor.openResult("/r");
        choose("mine.json", jmh);
        assertThat(board()).containsText("mine.json");
        add(SharedResult.ID);

        assertThat(board().locator(".side-by-side > li")).hasCount(2);
        assertThat(table()).extracting(row -> row.subList(0, 2)).contains(
                List.of("Plain", "Fake"), List.of("Plain", "mine.json"));
    }

    @Test
    void theLinkToAComparisonHoldsMyRunAndTheFilesOfIt() {
        result.elsewhere(SharedResult.ID, "Slow Chip", 10).storedFor(visitor);
        String run = result.json().getAsJsonObject("run").get("id").getAsString();
        String jmh = visitor.page().request().get("/api/runs/" + run + "/jmh.json").text();
        visitor.openResult(RESULT);
        choose("before.json", jmh);
        visitor.page().locator(".result-actions .go").click();
        board().locator(".board-link button").click();
        Locator field = board().locator(".board-link input");
        assertThat(board().locator(".board-link copy-field + .quiet")).isVisible();
        String link = field.inputValue();

        Visitor other = visitor.another(UnaryOperator.identity());
        result.elsewhere(SharedResult.ID, "Slow Chip", 10).storedFor(other);
        other.openResult(link.substring(link.indexOf("/r#")));
        Locator theirs = other.page().locator("compare-board");
        assertThat(theirs.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(3)).nth(0))
                .containsText("Slow Chip");
        assertThat(theirs.locator(".side-by-side h3"))
                .hasText(new String[] {"Fake", "Slow Chip", "before.json"});
        assertThat(theirs.locator(".differences li").first())
                .containsText(Pattern.compile("“Plain” .*\\b10 .*\\(9\\.6 to 10\\).*Fake .*Slow Chip"));
        assertThat(other.complaints()).isEmpty();
    }

    @Test
    void aFileStaysInTheAddressAndIsThereAgainAfterAReload() {
        result.storedFor(visitor);
        String run = result.json().getAsJsonObject("run").get("id").getAsString();
        String jmh = visitor.page().request().get("/api/runs/" + run + "/jmh.json").text();
        visitor.openResult(RESULT);
        choose("mine.json", jmh);
        assertThat(board()).containsText("mine.json");
        List<List<String>> before = table();
        String address = visitor.page().url();

        visitor.openResult(address.substring(address.indexOf("/r#")));
        assertThat(board()).containsText("mine.json");
        assertThat(table()).isEqualTo(before);
    }

    @Test
    void whatMakesTheLinkTooLongIsSaidNotToBeInIt() {
        result.storedFor(visitor);
        visitor.openResult(RESULT);
        String entry = """
                {"benchmark": "a.b.C.%s", "mode": "avgt", "jdkVersion": "%s",
                 "primaryMetric": {"score": %d, "scoreUnit": "ns/op"}}""";
        choose("large.json", IntStream.range(1, 30)
                .mapToObj(n -> entry.formatted("m" + n, noise(), n))
                .collect(Collectors.joining(",", "[", "]")));
        board().locator(".board-link button").click();

        assertThat(board().getByRole(AriaRole.ALERT)).containsText("large.json");
        assertThat(board().locator(".board-link input"))
                .hasValue(visitor.server().resolve(RESULT).toString());
    }

    @Test
    void otherSettingsAreSaidBeforeAnyFigure() {
        result.storedFor(visitor);
        result.elsewhere(SharedResult.OTHER_ID, "Slow Chip", 2).with(json -> {
            json.getAsJsonObject("run").getAsJsonObject("request").getAsJsonObject("params").addProperty("size", 64);
            return json;
        }).storedFor(visitor);
        visitor.openResult("/r#r=" + SharedResult.ID + "," + SharedResult.OTHER_ID);

        assertThat(board().locator(".caution")).containsText(Pattern.compile("Slow Chip: Size 1024 and 64"));
    }

    @Test
    void recordedRunsAreAGalleryAndOpenAsResults() {
        result.recordedFor(visitor);
        visitor.openResult("/r#machines");
        assertThat(visitor.page().locator(".recorded .quiet").first())
                .containsText(Pattern.compile("5 January 2026 .*1\\.2\\.3"));
        assertThat(visitor.page().getByText("2 times faster")).isVisible();

        visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Scripted")).last().click();
        assertThat(visitor.page().locator(".origin")).containsText("5 January 2026");
        assertThat(visitor.card().part("verdict")).hasAttribute("data-light", "good");
    }

    @Test
    void withoutRecordedRunsTheGallerySaysSo() {
        SharedResult.answer(visitor, "/api/recorded", 200, new JsonArray());
        assertThat(visitor.openResult("/r#machines").page().locator("machine-gallery").getByRole(AriaRole.STATUS))
                .isVisible();
    }

    /// A text of 1,800 characters that cannot be packed into much less.
    private static String noise() {
        return Stream.generate(UUID::randomUUID).limit(50).map(UUID::toString).collect(Collectors.joining());
    }

    private Locator board() {
        return visitor.page().locator("compare-board");
    }

    private List<List<String>> table() {
        Locator table = board().getByRole(AriaRole.TABLE).first();
        if (!table.isVisible()) {
            board().getByText("Data table").first().click();
        }
        return table.locator("tbody tr").all().stream().map(row -> row.locator("th, td").allInnerTexts()).toList();
    }

    private void add(String link) {
        visitor.page().getByLabel("Link or id").fill(link);
        visitor.button("Add").click();
    }

    private static int canvasHeight(Locator chart) {
        return (Integer) chart.locator("canvas").evaluate("canvas => canvas.height");
    }

    private void choose(String name, String text) {
        choose(visitor, name, text);
    }

    private static void choose(Visitor visitor, String name, String text) {
        visitor.page().getByLabel("Add JMH files").setInputFiles(
                new FilePayload(name, "application/json", text.getBytes(StandardCharsets.UTF_8)));
    }
}
