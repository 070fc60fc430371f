package dev.lanes.stats.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.annotation.Asks;
import dev.lanes.event.Speedup;
import dev.lanes.event.Verdict.Outcome;
import dev.lanes.event.Verdict.StandIn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {
    private static final Speedup FASTER = new Speedup(2, 1.9, 2.1);
    private static final Speedup UNCLEAR = new Speedup(1.1, 0.8, 1.4);

    @ParameterizedTest
    @CsvSource({
        "FASTER,    2.0, 1.9,  2.1,  Yes",
        "FASTER,    0.5, 0.4,  0.6,  No",
        "FASTER,    1.0, 0.95, 1.05, No",
        "FASTER,    1.1, 0.8,  1.4,  Not clear",
        "NO_FASTER, 2.0, 1.9,  2.1,  No",
        "NO_FASTER, 0.5, 0.4,  0.6,  Yes",
        "NO_FASTER, 1.1, 0.8,  1.4,  Not clear",
        "HOW_MUCH,  2.0, 1.9,  2.1,  Shared out",
    })
    void aQuestionThatAsksWhetherIsAnsweredByYesOrNo(Asks asks, double value, double low, double high, String begin) {
        assertThat(answer(asks, new Speedup(value, low, high), "").sentence()).startsWith(begin);
    }

    @Test
    void whatOnlyAnotherCaseGainsDepends() {
        assertThat(answer(Asks.FASTER, UNCLEAR, "In chunks: 1.3 times faster (1.2 to 1.4)").sentence())
                .startsWith("It depends").contains("In chunks");
    }

    @Test
    void aClaimThatOtherWorkersStandInForIsOnlyAnsweredAsFarAsTheyTell() {
        Answer four = with(Outcome.HOLDS, null);
        Answer two = with(Outcome.HOLDS, new StandIn(2, 4));

        assertThat(four.sentence()).startsWith("Yes: ");
        assertThat(two.sentence()).startsWith("Yes, as far as 2 workers");
        assertThat(with(Outcome.DOES_NOT_HOLD, null).sentence()).startsWith("No");
        assertThat(with(Outcome.CANNOT_TELL, null).sentence()).startsWith("Not clear");
    }

    @Test
    void aDoubtfulMeasurementHasNoFigures() {
        Answer doubtful = new Answer(
                Asks.FASTER, Outcome.CANNOT_TELL, null, new Answer.Case("Shared out", FASTER, ""), "Sequential", true,
                true, "", true);

        assertThat(doubtful.sentence()).startsWith("Not clear").doesNotContain("faster", "2.0");
    }

    @Test
    void aWrongResultIsToldAsOne() {
        Answer wrong = new Answer(
                Asks.SAME_OUTPUT, Outcome.HOLDS, null, new Answer.Case("Unsafe", FASTER, "lost 3 updates"),
                "Sequential", false, false, "", true);

        assertThat(wrong.sentence()).startsWith("No").contains("lost 3 updates");
    }

    @Test
    void stepsAreToldEachBesideTheOneBefore() {
        assertThat(Answer.of(List.of(
                        new Answer.Step("Lists", 4e6, null), new Answer.Step("Arrays", 2e6, FASTER),
                        new Answer.Step("Lanes", 1.9e6, UNCLEAR))))
                .containsSubsequence("Lists 4.00 ms", "Arrays 2.00 ms, 2.0 times faster", "Lanes 1.90 ms", "0.80 to 1.4");
    }

    private static Answer answer(Asks asks, Speedup speedup, String best) {
        return new Answer(
                asks, Outcome.HOLDS, null, new Answer.Case("Shared out", speedup, ""), "Sequential", true, false, best,
                true);
    }

    private static Answer with(Outcome outcome, StandIn standIn) {
        return new Answer(
                Asks.THE_CLAIM, outcome, standIn, new Answer.Case("Shared out", FASTER, ""), "Sequential", true, false,
                "", true);
    }
}
