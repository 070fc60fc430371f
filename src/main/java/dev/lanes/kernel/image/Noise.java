package dev.lanes.kernel.image;

/// Random noise that needs no memory of what came before: the noise of a pixel follows
/// from a seed and from the pixel's place, so that any order and any thread gives the
/// same.
///
/// Each place is scrambled into 32 random bits. The sum of their four bytes has a
/// bell-shaped distribution: between one die, which is flat, and the normal
/// distribution, which many dice come near to.
public final class Noise {
    /// The golden ratio's fraction of 2^32: its multiples spread evenly.
    static final int STRIDE = 0x9E3779B9;

    /// The mean of the sum of four bytes.
    static final float MEAN = 4 * 127.5f;

    /// The standard deviation of the sum of four bytes, each of which has a variance of
    /// (256^2 - 1) / 12.
    static final float DEVIATION = (float) Math.sqrt(4 * (256.0 * 256.0 - 1) / 12);

    private Noise() {}

    /// Adds noise with mean 0 and the standard deviation `deviation` to every number,
    /// in place; none strays further than 3.5 deviations.
    public static void add(float[] numbers, int seed, float deviation) {
        int key = scramble(seed);
        float scale = deviation / DEVIATION;
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] += (byteSum(scramble(key + at * STRIDE)) - MEAN) * scale;
        }
    }

    /// The sum of the four bytes of `bits`, from 0 to 1020.
    static int byteSum(int bits) {
        return (bits & 0xFF) + (bits >>> 8 & 0xFF) + (bits >>> 16 & 0xFF) + (bits >>> 24);
    }

    /// The last step of MurmurHash3 (Appleby, public domain): to change one bit of the
    /// number changes about half of the result's.
    static int scramble(int number) {
        int bits = number;
        bits = (bits ^ bits >>> 16) * 0x85EBCA6B;
        bits = (bits ^ bits >>> 13) * 0xC2B2AE35;
        return bits ^ bits >>> 16;
    }
}
