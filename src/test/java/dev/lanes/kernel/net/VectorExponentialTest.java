package dev.lanes.kernel.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.kernel.Lanes;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class VectorExponentialTest {
    @Test
    void itIsWithinTwoUnitsInTheLastPlaceFromZeroDownToTheLeastNormalFloat() {
        for (float x = 0; x > -87.33f; x -= 0.00371f) {
            float exact = (float) Math.exp(x);
            assertThat(Math.abs(exponential(x) - exact)).as("e^%s", x).isLessThanOrEqualTo(2 * Math.ulp(exact));
        }
    }

    @Test
    void everyLaneHasItsOwn() {
        float[] numbers = new float[Lanes.COUNT];
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
            numbers[lane] = -lane;
        }
        float[] powers = VectorExponential.of(FloatVector.fromArray(Lanes.FLOATS, numbers, 0)).toArray();
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
            assertThat(powers[lane]).isEqualTo(exponential(-lane));
        }
    }

    @Test
    void zeroGivesOneAndWhatIsTooSmallForANormalFloatGivesZero() {
        assertThat(exponential(0)).isEqualTo(1);
        assertThat(exponential(-0f)).isEqualTo(1);
        assertThat(exponential(-87.34f)).isZero();
        assertThat(exponential(-1e30f)).isZero();
        assertThat(exponential(Float.NEGATIVE_INFINITY)).isZero();
    }

    @Test
    void whatIsNotANumberStaysSo() {
        assertThat(exponential(Float.NaN)).isNaN();
    }

    private static float exponential(float x) {
        return VectorExponential.of(FloatVector.broadcast(Lanes.FLOATS, x)).lane(Lanes.COUNT - 1);
    }
}
