package dev.lanes.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Trust;
import dev.lanes.event.Trust.Level;
import org.junit.jupiter.api.Test;

class TrustRulesTest {
    @Test
    void steadyForksThatAgreeAreGood() {
        Trust trust = judge(new double[] {10, 10.1, 9.9, 10}, new double[] {10, 10.1, 9.9, 10.1});

        assertThat(trust.level()).isEqualTo(Level.GOOD);
        assertThat(trust.reasons()).isEmpty();
    }

    @Test
    void aSingleForkIsNamedButDoesNotLowerTheLight() {
        Trust trust = judge(new double[] {10, 10.1, 9.9, 10});

        assertThat(trust.level()).isEqualTo(Level.GOOD);
        assertThat(trust.reasons()).extracting(Trust.Reason::code).containsExactly("one-fork");
    }

    @Test
    void iterationsThatScatterAreNoisyAndThenDoubtful() {
        assertThat(judge(new double[] {10, 11.2, 10, 11.2, 10, 11.2}).level()).isEqualTo(Level.NOISY);
        assertThat(judge(new double[] {10, 40, 10, 40, 10, 40}).level()).isEqualTo(Level.DOUBTFUL);
    }

    @Test
    void aTimeThatStillFallsHasNotSettled() {
        Trust trust = judge(new double[] {13, 13, 13, 11, 11, 11}, new double[] {13, 13, 13, 11, 11, 11});

        assertThat(trust.reasons()).extracting(Trust.Reason::code).contains("not-settled");
    }

    @Test
    void forksWithTwoSpeedsAreNamed() {
        Trust trust = judge(new double[] {10, 10, 10, 10}, new double[] {12, 12, 12, 12});

        assertThat(trust.reasons()).extracting(Trust.Reason::code).contains("forks-apart");
        assertThat(trust.level()).isNotEqualTo(Level.GOOD);
    }

    @Test
    void everyReasonSaysWhatToDo() {
        assertThat(judge(new double[] {10, 20, 10, 40}).reasons())
                .allSatisfy(reason -> assertThat(reason.nextStep()).endsWith("."));
    }

    private static Trust judge(double[]... forks) {
        CaseSamples samples = new CaseSamples();
        for (double[] fork : forks) {
            samples.addFork(fork);
        }
        return TrustRules.judge(samples, new Estimator(1).score(samples));
    }
}
