package dev.lanes.kernel;

import java.util.random.RandomGenerator;

/// Walks through memory, and the sum of the places that a walk comes by.
///
/// A place holds the index of the next place of a closed walk through all of them. There
/// are as many loads in a walk as are asked for, in as many laps as that takes.
public final class PointerChase {
    /// Bytes from one place to the next: a pair of the usual cache lines, because many
    /// processors fetch both of a pair when one is asked for.
    public static final int PITCH_BYTES = 128;

    private static final int PITCH = PITCH_BYTES / Integer.BYTES;

    private PointerChase() {}

    /// Lays a closed walk in random order through all places of `bytes` of memory, a
    /// power of two and at least two places (S. Sattolo, "An algorithm to generate a
    /// random cyclic permutation", 1986).
    ///
    /// @throws IllegalArgumentException where `bytes` is anything else
    public static int[] lay(RandomGenerator random, int bytes) {
        if (Integer.bitCount(bytes) != 1 || bytes < 2 * PITCH_BYTES) {
            throw new IllegalArgumentException(bytes + " bytes cannot hold a walk");
        }
        int[] following = new int[bytes / PITCH_BYTES];
        for (int place = 0; place < following.length; place++) {
            following[place] = place;
        }
        for (int place = following.length - 1; place > 0; place--) {
            // Never with itself: that is what makes it one cycle and not several.
            int other = random.nextInt(place);
            int kept = following[place];
            following[place] = following[other];
            following[other] = kept;
        }
        int[] next = new int[bytes / Integer.BYTES];
        for (int place = 0; place < following.length; place++) {
            next[place * PITCH] = following[place] * PITCH;
        }
        return next;
    }

    /// Follows the walk: where to load from is known when the load before is through.
    public static long follow(int[] next, int loads) {
        long sum = 0;
        int at = 0;
        for (int load = 0; load < loads; load++) {
            at = next[at];
            sum += at;
        }
        return sum;
    }

    /// Loads the same numbers in the order in which they lie in memory.
    public static long inSequence(int[] next, int loads) {
        long sum = 0;
        int at = 0;
        for (int load = 0; load < loads; load++) {
            sum += next[at];
            // Known before the load is through: the next ones are already under way.
            at = (at + PITCH) & (next.length - 1);
        }
        return sum;
    }

    /// Goes by the same places and loads nothing: the next place is computed.
    public static long inRegisters(int[] next, int loads) {
        long sum = 0;
        int at = 0;
        for (int load = 0; load < loads; load++) {
            at = (at + PITCH) & (next.length - 1);
            sum += at;
        }
        return sum;
    }

    /// The number of loads that leads to this sum when all places are visited equally
    /// often; the same for walks through little and through much memory.
    public static double loads(long sum, int[] next) {
        // In one lap every index comes once, and half the last index is their mean.
        double mean = (next.length - PITCH) / 2.0;
        return sum / mean;
    }
}
