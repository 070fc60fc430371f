package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.lanes.BesideOthers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/// A real experiment, measured by the real worker and read on the page. [MeasuringForLongTest] has more of them.
@ResourceLock(BesideOthers.PROCESSES_OF_RUNS)
@QuarkusTest
@ExtendWith(Browsing.class)
@Tag("page")
class MeasuringTest {
    private static final String TIME = "[\\d.,]+ (ns|µs|ms|s)";
    private static final String INTERVAL_OF_TIMES = TIME + " to " + TIME;
    private static final String SPEEDUP =
            "([\\d.,]+ times (faster|slower)|[a-z ]+) \\([\\d.,]+-[\\d.,]+\\)";
    private static final int WORKER_AND_FORK = 2;

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
    void aCancelledRunLeavesNoProcessBehind(Visitor visitor) {
        Card card = visitor.open("/?v=1&section=5").card("row-vs-column");
        card.effort("Standard").run().awaitStage("warmup", "measure");
        Set<ProcessHandle> measuring = new HashSet<>();
        visitor.page().waitForCondition(() -> {
            measuring.addAll(measuringProcesses());
            return measuring.size() >= WORKER_AND_FORK;
        });

        card.button("Cancel").click();

        card.awaitStage("cancelled");
        assertThat(card.button("Run")).isEnabled();
        assertThat(measuring).as("also those that have lost their parent").noneMatch(MeasuringTest::runs);
        assertThat(measuringProcesses()).isEmpty();
    }

    /// The widths of the bars on the canvas, as the chart's library drew them.
    private static List<Double> drawnBars(Card card) {
        List<?> widths = (List<?>) card.chart("Time per operation").evaluate(
                "canvas => Chart.getChart(canvas).getDatasetMeta(0).data.map(bar => Math.abs(bar.x - bar.base))");
        return widths.stream().map(width -> ((Number) width).doubleValue()).toList();
    }

    /// The processes of the server's runs, workers and their forks; other tests may have some of their own.
    private static List<ProcessHandle> measuringProcesses() {
        String mark = "lanes-run-" + ProcessHandle.current().pid() + "-";
        return ProcessHandle.current().descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(mark))
                .toList();
    }

    /// A dead process that nobody has taken note of counts as alive, but has no command any more.
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
