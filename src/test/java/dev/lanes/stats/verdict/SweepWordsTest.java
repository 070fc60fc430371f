package dev.lanes.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Speedup;
import dev.lanes.event.Swept;
import dev.lanes.stats.BreakEvens;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepWordsTest {
    private static final Swept.Point SLOWER = point(8, 0.5, 0.45, 0.55);
    private static final Swept.Point FASTER = point(512, 2, 1.8, 2.2);

    @Test
    void oneBreakEvenIsTheWholeAnswerWithItsInterval() {
        String said = said("passes", List.of(), SLOWER, FASTER);

        assertThat(said).contains("64 passes", "(", " to ", "Two threads", "One thread");
        assertThat(said.indexOf("faster")).isLessThan(said.indexOf("slower"));
    }

    @Test
    void aParameterWithoutAUnitIsNamed() {
        assertThat(said("", List.of(), SLOWER, FASTER)).contains("Batch");
    }

    @Test
    void severalBreakEvensAreToldInTheOrderOfTheParameter() {
        String said = said("passes", List.of(), SLOWER, point(64, 2, 1.8, 2.2), point(512, 0.5, 0.45, 0.55));

        assertThat(said).containsPattern("slower up to .* passes .*faster up to .* passes .*slower");
    }

    @Test
    void withoutOneAllValuesAreTold() {
        assertThat(said("passes", List.of(), point(8, 1.5, 1.4, 1.6), FASTER))
                .contains("faster", "8", "512 passes", "1.5 times", "2.0 times").doesNotContain("slower");
        assertThat(said("passes", List.of(), point(8, 1, 0.9, 1.1), point(512, 1, 0.9, 1.1)))
                .contains("no clear difference").doesNotContain("faster", "slower");
    }

    @Test
    void aValueWithoutAClearDifferenceIsNotPassedOver() {
        String clear = said("passes", List.of(), SLOWER, point(64, 0.6, 0.55, 0.65), point(512, 0.5, 0.45, 0.55));
        String partly = said("passes", List.of(), SLOWER, point(64, 0.9, 0.6, 1.3), point(512, 0.5, 0.45, 0.55));

        assertThat(clear).contains("slower", "8 to 512 passes").doesNotContain("clearly");
        assertThat(partly).contains("slower", "8 to 512 passes", "not clearly");
    }

    @Test
    void aDifferenceThatAppearsOrFadesHasNoPlaceButABound() {
        assertThat(said("passes", List.of(), point(8, 1, 0.9, 1.1), FASTER))
                .containsPattern("no clear difference below 512 passes.*faster");
        assertThat(said("passes", List.of(), SLOWER, point(512, 1, 0.9, 1.1)))
                .containsPattern("slower up to 8 passes.*no clear difference");
    }

    @Test
    void namedValuesAreToldByTheNamesBetweenWhichItLies() {
        assertThat(said("", List.of("4 KiB", "8 KiB", "16 KiB"), point(8, 0.5, 0.45, 0.55), point(9, 2, 1.8, 2.2)))
                .contains("between 4 KiB and 8 KiB");
    }

    @Test
    void nothingComparedIsSaid() {
        assertThat(said("passes", List.of())).contains("Two threads", "One thread").doesNotContain("faster");
    }

    private static String said(String unit, List<String> choices, Swept.Point... points) {
        List<Swept.Point> all = List.of(points);
        return new SweepWords("Two threads", "One thread", "Batch", unit, 8, choices)
                .sentence(all, BreakEvens.of(all, choices.isEmpty(), SpeedupWords.NEGLIGIBLE));
    }

    private static Swept.Point point(long at, double value, double low, double high) {
        return new Swept.Point(at, new Speedup(value, low, high));
    }
}
