package dev.lanes.stats.verdict;

import static dev.lanes.event.Verdict.Outcome.CANNOT_TELL;
import static dev.lanes.event.Verdict.Outcome.HOLDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.CheckResult;
import dev.lanes.event.Speedup;
import dev.lanes.event.Trust.Level;
import dev.lanes.event.Verdict;
import dev.lanes.lab.Effect;
import dev.lanes.stats.verdict.VerdictRules.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictRulesTest {
    @ParameterizedTest
    @CsvSource({
        "HELPS,   2.0,  1.8,  2.2,  HOLDS",
        "HELPS,   0.5,  0.4,  0.6,  DOES_NOT_HOLD",
        "HELPS,   1.0,  0.99, 1.01, DOES_NOT_HOLD",
        "HELPS,   1.2,  0.9,  1.5,  CANNOT_TELL",
        "HURTS,   0.5,  0.4,  0.6,  HOLDS",
        "HURTS,   2.0,  1.8,  2.2,  DOES_NOT_HOLD",
        "HURTS,   0.9,  0.7,  1.1,  CANNOT_TELL",
        "NO_GAIN, 0.99, 0.95, 1.05, HOLDS",
        "NO_GAIN, 1.5,  1.4,  1.6,  DOES_NOT_HOLD",
        "NO_GAIN, 0.5,  0.4,  0.6,  DOES_NOT_HOLD",
        "NO_GAIN, 1.05, 0.9,  1.2,  CANNOT_TELL",
    })
    void aClaimAboutSpeedIsJudgedByTheInterval(
            Effect effect, double value, double low, double high, Verdict.Outcome expected) {
        Verdict verdict = VerdictRules.onSpeed(effect, 4, finding(new Speedup(value, low, high), Level.GOOD));

        assertThat(verdict.outcome()).isEqualTo(expected);
        assertThat(verdict.guideSpeedup()).isEqualTo(4);
    }

    @Test
    void aDoubtfulResultNeverCarriesTheWordsFasterOrSlower() {
        Verdict verdict = VerdictRules.onSpeed(Effect.HELPS, 4, finding(new Speedup(3, 2.5, 3.5), Level.DOUBTFUL));

        assertThat(verdict.outcome()).isEqualTo(CANNOT_TELL);
        assertThat(verdict.text()).doesNotContain("faster").doesNotContain("slower");
    }

    @Test
    void aClaimWhoseVariantWasNotMeasuredIsLeftOpen() {
        Verdict verdict = VerdictRules.onSpeed(Effect.HELPS, Double.NaN, finding(null, null));

        assertThat(verdict.outcome()).isEqualTo(CANNOT_TELL);
        assertThat(verdict.guideSpeedup()).isNull();
        assertThat(verdict.text()).contains("Lanes", VerdictRules.Finding.THE_BASELINE);
    }

    @Test
    void aSpeedThatComesWithAWrongOutputIsSaidToBeWrong() {
        Finding wrong = new Finding("Lanes", new Speedup(2, 1.9, 2.1), Level.GOOD, false,
                new CheckResult("differs from the baseline", 1.0, 0.5, null, null));

        assertThat(VerdictRules.onSpeed(Effect.HELPS, 2, wrong).text())
                .contains("wrong", wrong.check().text());
    }

    @Test
    void lostUpdatesConfirmAClaimOfLossHoweverFastTheyWere() {
        Verdict verdict = VerdictRules.onLoss(Double.NaN, losing(38_112));

        assertThat(verdict.outcome()).isEqualTo(HOLDS);
        assertThat(verdict.text()).contains("38,112 of 64,000");
    }

    @Test
    void losingNothingOnceProvesNothing() {
        assertThat(VerdictRules.onLoss(Double.NaN, losing(0)).outcome()).isEqualTo(CANNOT_TELL);
        assertThat(VerdictRules.onLoss(Double.NaN, finding(null, null)).outcome()).isEqualTo(CANNOT_TELL);
    }

    private static Finding finding(Speedup speedup, Level trust) {
        return new Finding("Lanes", speedup, trust, true, null);
    }

    private static Finding losing(long lost) {
        return new Finding("Unsafe", new Speedup(1.7, 1.6, 1.8), Level.GOOD, lost == 0,
                new CheckResult("lost", null, null, lost, 64_000L));
    }
}
