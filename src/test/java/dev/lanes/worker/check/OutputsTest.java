package dev.lanes.worker.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanes.ForeignLocale;
import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Check;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Isolated("changes the default locale of the JVM")
class OutputsTest {
    @Test
    void equalArraysAgree() {
        Comparison same = Outputs.compare(new float[] {1, 2, Float.NaN}, new float[] {1, 2, Float.NaN});

        assertThat(same.agrees(check(Agreement.EQUAL, 0))).isTrue();
        assertThat(same.describe(check(Agreement.EQUAL, 0)).text()).isNotBlank().doesNotContainPattern("\\d");
    }

    @Test
    void theLastDigitBreaksEqualityButNotCloseness() {
        Comparison close = Outputs.compare(new float[] {1000, 2}, new float[] {1000, 2.0001f});

        assertThat(close.agrees(check(Agreement.EQUAL, 0))).isFalse();
        assertThat(close.agrees(check(Agreement.CLOSE, 1e-6))).isTrue();
        assertThat(close.agrees(check(Agreement.CLOSE, 1e-8))).isFalse();
        assertThat(close.describe(check(Agreement.CLOSE, 1e-6)).maxAbsoluteError()).isBetween(0.00009, 0.00011);
    }

    @Test
    void notANumberWhereANumberBelongsNeverAgrees() {
        Comparison broken = Outputs.compare(new double[] {1}, new double[] {Double.NaN});

        assertThat(broken.agrees(check(Agreement.CLOSE, 1e9))).isFalse();
        assertThat(broken.describe(check(Agreement.CLOSE, 1e9)).maxAbsoluteError()).isNull();
    }

    @Test
    void anOutputOfAnotherLengthNeverAgrees() {
        assertThat(Outputs.compare(new int[3], new int[4]).agrees(check(Agreement.EQUAL, 0))).isFalse();
    }

    @Test
    void nestedArraysAndSingleNumbersAreCompared() {
        assertThat(Outputs.compare(new float[][] {{1}, {2}}, new float[][] {{1}, {3}}).largestError()).isEqualTo(1);
        assertThat(Outputs.compare(5L, 3L).largestError()).isEqualTo(2);
    }

    @Test
    void missingCountsAreLost() {
        Comparison race = Outputs.compare(new float[] {64, 64}, new float[] {40, 63});

        assertThat(race.describe(check(Agreement.COUNT, 0)).lost()).isEqualTo(25);
        assertThat(race.describe(check(Agreement.COUNT, 0)).expected()).isEqualTo(128);
        assertThat(race.describe(check(Agreement.COUNT, 0)).text()).contains("25 of 128");
        assertThat(race.agrees(check(Agreement.COUNT, 0))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("dev.lanes.ForeignLocale#tags")
    void figuresAreWrittenAlikeInEveryCountry(String locale) {
        Comparison race = Outputs.compare(new float[] {64_000}, new float[] {25_888});
        try (ForeignLocale foreign = ForeignLocale.of(locale)) {
            assertThat(race.describe(check(Agreement.COUNT, 0)).text()).contains("38,112").contains("64,000");
            assertThat(race.describe(check(Agreement.CLOSE, 0)).text()).contains("6.0e-01");
        }
    }

    @Test
    void anOutputThatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Outputs.compare("one", "one"));
        assertThatIllegalArgumentException().isThrownBy(() -> Outputs.compare(null, 1));
    }

    private static Check check(Agreement agreement, double tolerance) {
        return new Check() {
            @Override
            public Agreement value() {
                return agreement;
            }

            @Override
            public double relativeTolerance() {
                return tolerance;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return Check.class;
            }
        };
    }
}
