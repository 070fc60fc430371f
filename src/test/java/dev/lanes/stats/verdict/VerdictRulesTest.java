package dev.lanes.stats.verdict;

import static dev.lanes.event.Verdict.Missed.LESS;
import static dev.lanes.event.Verdict.Missed.MORE;
import static dev.lanes.event.Verdict.Outcome.CANNOT_TELL;
import static dev.lanes.event.Verdict.Outcome.DOES_NOT_HOLD;
import static dev.lanes.event.Verdict.Outcome.HOLDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.annotation.Effect;
import dev.lanes.event.CheckResult;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust.Level;
import dev.lanes.event.Verdict;
import dev.lanes.stats.verdict.VerdictRules.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictRulesTest {
    private static final double NONE = Double.NaN;
    private static final Expectation FOUR_TIMES = new Expectation(Effect.HELPS, 4, 3.6, 4.4, null);

    @ParameterizedTest
    @CsvSource({
        "HELPS,   2.0,  1.8,  2.2,  HOLDS",
        "HELPS,   0.5,  0.4,  0.6,  DOES_NOT_HOLD",
        "HELPS,   1.0,  0.99, 1.01, DOES_NOT_HOLD",
        "HELPS,   1.0,  0.92, 1.09, DOES_NOT_HOLD",
        "HELPS,   1.06, 1.04, 1.09, HOLDS",
        "HELPS,   1.2,  0.9,  1.5,  CANNOT_TELL",
        "HURTS,   0.5,  0.4,  0.6,  HOLDS",
        "HURTS,   2.0,  1.8,  2.2,  DOES_NOT_HOLD",
        "HURTS,   1.0,  0.92, 1.09, DOES_NOT_HOLD",
        "HURTS,   0.9,  0.7,  1.1,  CANNOT_TELL",
        "NO_GAIN, 0.99, 0.95, 1.05, HOLDS",
        "NO_GAIN, 1.5,  1.4,  1.6,  DOES_NOT_HOLD",
        "NO_GAIN, 0.5,  0.4,  0.6,  HOLDS",
        "NO_GAIN, 0.9,  0.5,  1.1,  HOLDS",
        "NO_GAIN, 1.05, 0.9,  1.2,  CANNOT_TELL",
    })
    void aClaimAboutSpeedIsJudgedByTheInterval(
            Effect effect, double value, double low, double high, Verdict.Outcome expected) {
        Verdict verdict = VerdictRules.onSpeed(
                new Expectation(effect, 4, NONE, NONE, null), finding(new Speedup(value, low, high), Level.GOOD));

        assertThat(verdict.outcome()).isEqualTo(expected);
        assertThat(verdict.guideSpeedup()).isEqualTo(4);
        assertThat(verdict.missed()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "HELPS, 3.6, 4.4, 4.0, 3.5,  4.5,  HOLDS,",
        "HELPS, 3.6, 4.4, 1.9, 1.5,  2.3,  DOES_NOT_HOLD, LESS",
        "HELPS, 3.6, 4.4, 3.2, 2.8,  3.8,  CANNOT_TELL,",
        "HELPS, 1.1, 1.5, 13,  10,   16,   DOES_NOT_HOLD, MORE",
        "HELPS, 1.1, 1.5, 0.5, 0.4,  0.6,  DOES_NOT_HOLD,",
        "HELPS, 5,   NaN, 40,  30,   50,   HOLDS,",
        "HELPS, NaN, 3,   4.0, 3.9,  4.1,  DOES_NOT_HOLD, MORE",
        "HURTS, NaN, 0.2, 0.05, 0.04, 0.06, HOLDS,",
        "HURTS, NaN, 0.2, 0.5, 0.4,  0.6,  DOES_NOT_HOLD, LESS",
    })
    void aClaimWithANumberIsHeldToIt(
            Effect effect, double atLeast, double atMost, double value, double low, double high,
            Verdict.Outcome expected, Verdict.Missed missed) {
        Verdict verdict = VerdictRules.onSpeed(
                new Expectation(effect, NONE, atLeast, atMost, null), finding(new Speedup(value, low, high), Level.GOOD));

        assertThat(verdict.outcome()).isEqualTo(expected);
        assertThat(verdict.missed()).isEqualTo(missed);
    }

    @Test
    void whatFallsShortIsToldOfTheNumberExpectedAndOfTheWorkers() {
        Verdict busy = VerdictRules.onSpeed(FOUR_TIMES, shared(4, new Speedup(1.9, 1.5, 2.3)));

        assertThat(busy.outcome()).isEqualTo(DOES_NOT_HOLD);
        assertThat(busy.missed()).isEqualTo(LESS);
        assertThat(busy.text()).contains("less", " 4 times", "1.9 of 4").doesNotContain("far less");
    }

    @Test
    void farMoreThanTheGuideExpectsIsSaid() {
        Expectation tenToFifty = new Expectation(Effect.HELPS, NONE, 1.1, 1.5, null);
        Verdict verdict = VerdictRules.onSpeed(tenToFifty, finding(new Speedup(13, 10, 16), Level.GOOD));

        assertThat(verdict.missed()).isEqualTo(MORE);
        assertThat(verdict.text()).contains("far more", "1.1 to 1.5");
        assertThat(VerdictRules.onSpeed(tenToFifty, finding(new Speedup(1.9, 1.6, 2.4), Level.GOOD)).text())
                .contains("more").doesNotContain("far more");
    }

    @Test
    void withOtherWorkersThanTheClaimsItNeverPlainlyHolds() {
        Verdict.StandIn two = new Verdict.StandIn(2, 4);
        Verdict verdict = VerdictRules.onSpeed(
                new Expectation(Effect.HELPS, 4, 1.8, 2.2, two), shared(2, new Speedup(2, 1.9, 2.1)));

        assertThat(verdict.outcome()).isEqualTo(HOLDS);
        assertThat(verdict.standIn()).isEqualTo(two);
        assertThat(verdict.text()).contains("2.0 of 2", "4 workers")
                .doesNotContain("holds on this machine");
    }

    @Test
    void aShareOfTheWorkersIsOnlyToldIfItCanBeOne() {
        Verdict.StandIn two = new Verdict.StandIn(2, 4);
        Verdict verdict = VerdictRules.onSpeed(
                new Expectation(Effect.HELPS, NONE, NONE, NONE, two), shared(2, new Speedup(90, 80, 100)));

        assertThat(verdict.text()).doesNotContain("of 2");
    }

    @Test
    void theBestCaseIsToldBesideTheClaims() {
        Finding finding = new Finding(
                "One task per pass", Finding.THE_BASELINE, new Speedup(0.99, 0.95, 1.05), Level.GOOD, true, null, 4, "",
                "One chunk per worker: 1.3 times faster (1.2 to 1.4)", "more JVMs");

        assertThat(VerdictRules.onSpeed(new Expectation(Effect.NO_GAIN, 0.99, NONE, NONE, null), finding).text())
                .contains(finding.name(), finding.best());
    }

    @Test
    void theRatioOverCompiledCodeComesBeforeThatOverAnInterpreter() {
        Finding finding = new Finding(
                "Lanes", Finding.THE_BASELINE, new Speedup(13_000, 12_000, 14_000), Level.GOOD, true, null, 0,
                "42 times faster than Triple loop (40 to 44)", "", "more JVMs");

        assertThat(VerdictRules.onSpeed(new Expectation(Effect.HELPS, NONE, 5, NONE, null), finding).text())
                .containsSubsequence("42 times", "13,000 times");
    }

    @Test
    void whatIsTooCloseIsToldWithWhatWouldTell() {
        Verdict verdict = VerdictRules.onSpeed(
                new Expectation(Effect.HELPS, NONE, NONE, NONE, null), finding(new Speedup(1.2, 0.9, 1.5), Level.GOOD));

        assertThat(verdict.text()).contains("more JVMs");
    }

    @Test
    void aDoubtfulResultNeverCarriesTheWordsFasterOrSlower() {
        Verdict verdict = VerdictRules.onSpeed(FOUR_TIMES, finding(new Speedup(3, 2.5, 3.5), Level.DOUBTFUL));

        assertThat(verdict.outcome()).isEqualTo(CANNOT_TELL);
        assertThat(verdict.text()).doesNotContain("faster").doesNotContain("slower");
    }

    @Test
    void aClaimWhoseVariantWasNotMeasuredIsLeftOpen() {
        Verdict verdict = VerdictRules.onSpeed(
                new Expectation(Effect.HELPS, NONE, NONE, NONE, null), finding(null, null));

        assertThat(verdict.outcome()).isEqualTo(CANNOT_TELL);
        assertThat(verdict.guideSpeedup()).isNull();
        assertThat(verdict.text()).contains("Lanes", Finding.THE_BASELINE);
    }

    @Test
    void aSpeedThatComesWithAWrongOutputIsSaidToBeWrong() {
        Finding wrong = with(new Speedup(2, 1.9, 2.1), Level.GOOD, false,
                new CheckResult("differs from the baseline", 1.0, 0.5, null, null));

        assertThat(VerdictRules.onSpeed(new Expectation(Effect.HELPS, 2, NONE, NONE, null), wrong).text())
                .contains("wrong", wrong.check().text());
    }

    @Test
    void lostUpdatesConfirmAClaimOfLossHoweverFastTheyWere() {
        Verdict verdict = VerdictRules.onLoss(loss(), losing(38_112));

        assertThat(verdict.outcome()).isEqualTo(HOLDS);
        assertThat(verdict.text()).contains("38,112 of 64,000");
    }

    @Test
    void losingNothingOnceProvesNothing() {
        assertThat(VerdictRules.onLoss(loss(), losing(0)).outcome()).isEqualTo(CANNOT_TELL);
        assertThat(VerdictRules.onLoss(loss(), finding(null, null)).outcome()).isEqualTo(CANNOT_TELL);
    }

    private static Expectation loss() {
        return new Expectation(Effect.HURTS, NONE, NONE, NONE, null);
    }

    private static Finding finding(Speedup speedup, Level trust) {
        return with(speedup, trust, true, null);
    }

    private static Finding with(Speedup speedup, Level trust, Boolean correct, CheckResult check) {
        return new Finding("Lanes", Finding.THE_BASELINE, speedup, trust, correct, check, 0, "", "", "more JVMs");
    }

    private static Finding shared(int workers, Speedup speedup) {
        return new Finding("Shared", Finding.THE_BASELINE, speedup, Level.GOOD, true, null, workers, "", "", "more JVMs");
    }

    private static Finding losing(long lost) {
        return with(new Speedup(1.7, 1.6, 1.8), Level.GOOD, lost == 0,
                new CheckResult("lost", null, null, lost, 64_000L));
    }
}
