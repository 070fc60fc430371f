package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Real experiments, measured by the real worker and read on the page.
@QuarkusTest
@ExtendWith(Browsing.class)
@Tag("page")
class MeasuringTest {
    private static final String TIME = "[\\d.,]+ (ns|µs|ms|s)";
    private static final String INTERVAL_OF_TIMES = TIME + " to " + TIME;
    private static final String SPEEDUP =
            "([\\d.,]+ times (faster|slower)|[a-z ]+) \\([\\d.,]+-[\\d.,]+\\)";

    @Test
    void aVisitorChoosesAnExperimentMeasuresItAndReadsTheAnswer(Visitor visitor) {
        visitor.open("/").section("5").click();
        Card card = visitor.card("row-vs-column");
        card.set("Rows and columns", 512).choose("Variants", "By columns", "By rows", "By rows, Vector API").run();

        card.awaitStage("starting", "warmup", "measure", "checking");
        assertThat(card.status().getByRole(AriaRole.PROGRESSBAR)).isVisible();
        card.awaitStage("finished");

        assertThat(card.status()).containsText(Pattern.compile("3 cases, \\d+ samples"));
        assertThat(card.chart("Time per operation")).hasAttribute("aria-label",
                Pattern.compile("By columns: " + TIME + "\\. By rows: " + TIME));
        assertThat(drawnBars(card)).hasSize(3).allMatch(width -> width > 0);
        assertThat(card.table("Time per operation")).hasSize(3).allSatisfy(row -> {
            assertThat(row.get(1)).matches(TIME);
            assertThat(row.get(2)).matches(INTERVAL_OF_TIMES);
            assertThat(row.get(3)).as("processor time").matches(TIME);
            assertThat(row.get(7)).matches("good|noisy|doubtful");
            assertThat(row.get(8)).isEqualTo("correct");
        });
        assertThat(card.table("Speedup against")).extracting(row -> row.get(3))
                .satisfiesExactly(
                        words -> assertThat(words).doesNotContainPattern("\\d"),
                        words -> assertThat(words).matches(SPEEDUP),
                        words -> assertThat(words).matches(SPEEDUP));
        assertThat(card.table("Every sample")).allSatisfy(row -> {
            assertThat(row.get(2).split(", ")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(row.get(3).split(", ")).hasSizeBetween(5, 60);
        });
        assertThat(card.headline()).containsText(Pattern.compile("[\\d.,]+ and [\\d.,]+"));
        assertThat(card.part("trust")).hasAttribute("data-light", Pattern.compile("good|noisy|doubtful"));
        assertThat(card.part("check")).hasAttribute("data-light", "good");
        assertThat(card.part("verdict")).hasAttribute("data-light", Pattern.compile("good|bad|noisy"));
        // Beside other tests the measurement may be too uncertain for figures.
        assertThat(visitor.announcement()).containsText(Pattern.compile("Finished: [^.]+\\. .{20,}"));
        assertThat(card.race().getByRole(AriaRole.BUTTON)).isEnabled();
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aWrongResultIsShownAsWrong(Visitor visitor) {
        Card card = visitor.open("/?v=1&section=9").card("race");
        card.choose("Pools", "platform threads").choose("Workers", "2").choose("Variants", "Sequential", "Unsafe +=");
        card.run().awaitStage("finished");
        for (int luck = 0; luck < 3 && !"bad".equals(card.part("check").getAttribute("data-light")); luck++) {
            card.run().awaitStage("warmup", "measure").awaitStage("finished");
        }

        assertThat(card.part("check")).hasAttribute("data-light", "bad");
        assertThat(card.part("check")).containsText(Pattern.compile("Unsafe \\+=, platform 2: .*[\\d,]+ of [\\d,]+ "));
        assertThat(card.table("Time per operation")).extracting(row -> row.getFirst(), row -> row.get(8))
                .containsExactly(
                        tuple("Sequential", "correct"),
                        tuple("Unsafe +=, platform 2", "wrong"));
        assertThat(card.race().locator(".wrong")).hasCount(1);
    }

    @Test
    void aSweepDrawsTheSpeedupOverWorkers(Visitor visitor) {
        Card card = visitor.open("/?v=1&section=6").card("tiny-tasks");
        card.set("Numbers", 1000)
                .choose("Pools", "virtual threads")
                .choose("Workers", "1", "2")
                .choose("Variants", "Plain loop", "One chunk per worker");
        card.run().awaitStage("finished");

        assertThat(card.chart("Speedup over workers")).hasAttribute("aria-label",
                Pattern.compile("One chunk per worker, virtual, 2 workers: " + SPEEDUP));
        assertThat(card.table("Speedup over workers")).singleElement().satisfies(row -> {
            assertThat(row.getFirst()).isEqualTo("One chunk per worker, virtual");
            assertThat(row.subList(1, 3))
                    .allMatch(speedup -> speedup.matches("[\\d.,]+ \\([\\d.,]+-[\\d.,]+\\)"));
            assertThat(row.getLast()).as("Amdahl's law, of two points").isNotBlank().doesNotContainPattern("\\d");
        });
        assertThat(visitor.complaints()).as("the lanes of an operation, too, break no rule of the policy").isEmpty();
    }

    /// The widths of the bars on the canvas, as the chart's library drew them.
    private static List<Double> drawnBars(Card card) {
        List<?> widths = (List<?>) card.chart("Time per operation").evaluate(
                "canvas => Chart.getChart(canvas).getDatasetMeta(0).data.map(bar => Math.abs(bar.x - bar.base))");
        return widths.stream().map(width -> ((Number) width).doubleValue()).toList();
    }
}
