package dev.lanes.kernel.net;

import static dev.lanes.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// The exponential function in every lane of a vector, for numbers up to 0.
///
/// `e^x` is `2^k * e^r`, where `k` is the whole number next to `x / ln 2` and `r` the
/// rest, between -0.35 and 0.35. A float is stored as a power of two and a factor, so
/// `2^k` is an addition to its bits; `e^r` is Taylor's polynomial of degree 7, which errs
/// by less than `0.35^8 / 8!`, a tenth of what rounding to a float does (Muller,
/// "Elementary Functions", chapter 11).
final class VectorExponential {
    private static final float PER_LN_2 = (float) (1 / Math.log(2));
    /// ln 2 in two parts; the first has so few digits that `k` times it is exact.
    private static final float LN_2_HIGH = 0x1.62ep-1f;
    private static final float LN_2_LOW = (float) (Math.log(2) - LN_2_HIGH);
    /// Added to a number of this size, a float has no digits after the point.
    private static final float WHOLE = 0x1.8p23f;
    /// Below it the result is no longer a normal float, and is set to 0.
    private static final float LEAST = -87.33f;
    private static final int MANTISSA_BITS = 23;

    private VectorExponential() {}

    /// `e^x` for every lane, within two units in the last place; NaN stays NaN.
    ///
    /// @param x at most 0
    static FloatVector of(FloatVector x) {
        FloatVector shifted = FloatVector.broadcast(FLOATS, WHOLE)
                .add(x.mul(PER_LN_2));
        FloatVector k = shifted.sub(WHOLE);
        FloatVector r = k.fma(FloatVector.broadcast(FLOATS, -LN_2_HIGH), x);
        r = k.fma(FloatVector.broadcast(FLOATS, -LN_2_LOW), r);
        FloatVector power = FloatVector.broadcast(FLOATS, 1f / 5040);
        power = power.fma(r, FloatVector.broadcast(FLOATS, 1f / 720));
        power = power.fma(r, FloatVector.broadcast(FLOATS, 1f / 120));
        power = power.fma(r, FloatVector.broadcast(FLOATS, 1f / 24));
        power = power.fma(r, FloatVector.broadcast(FLOATS, 1f / 6));
        power = power.fma(r, FloatVector.broadcast(FLOATS, 1f / 2));
        power = power.fma(r, FloatVector.broadcast(FLOATS, 1));
        power = power.fma(r, FloatVector.broadcast(FLOATS, 1));
        // The last bits of the shifted number are k: moved up, they add to the exponent.
        IntVector doublings = shifted.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, MANTISSA_BITS);
        return power.reinterpretAsInts().add(doublings).reinterpretAsFloats()
                .blend(0, x.compare(VectorOperators.LT, LEAST));
    }
}
