package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What takes luck or several workers, measured by the real worker and read on the page. The quick command sees the
/// same of the fake worker's runs.
@QuarkusTest
@ExtendWith(Browsing.class)
@Tag("page")
@Tag("thorough")
class MeasuringForLongTest {
    private static final String SPEEDUP =
            "([\\d.,]+ times (faster|slower)|[a-z ]+) \\([\\d.,]+-[\\d.,]+\\)";

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
}
