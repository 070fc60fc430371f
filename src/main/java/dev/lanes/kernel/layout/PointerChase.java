package dev.lanes.kernel.layout;

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

    /// Places that a walk goes through before it moves on: 256 KiB, which is pages enough
    /// to hide from the hardware where the walk is heading, and few enough for it to
    /// know where all of them are without looking each up in memory.
    private static final int NEIGHBOURHOOD = (256 << 10) / PITCH_BYTES;

    private PointerChase() {}

    /// Lays a closed walk through all places of `bytes` of memory, a power of two and
    /// at least two places. The neighbourhoods come in random order, and so do the
    /// places in each.
    ///
    /// @throws IllegalArgumentException where `bytes` is anything else
    public static int[] lay(RandomGenerator random, int bytes) {
        if (Integer.bitCount(bytes) != 1 || bytes < 2 * PITCH_BYTES) {
            throw new IllegalArgumentException(bytes + " bytes cannot hold a walk");
        }
        int places = bytes / PITCH_BYTES;
        int near = Math.min(places, NEIGHBOURHOOD);
        int[] next = new int[bytes / Integer.BYTES];
        int first = -1;
        int last = -1;
        for (int neighbourhood : shuffled(random, places / near)) {
            for (int neighbour : shuffled(random, near)) {
                int at = (neighbourhood * near + neighbour) * PITCH;
                if (first < 0) {
                    first = at;
                } else {
                    next[last] = at;
                }
                last = at;
            }
        }
        next[last] = first;
        return next;
    }

    /// The numbers from 0 to `count` - 1 in random order (the inside-out form of the
    /// shuffle by Fisher and Yates).
    private static int[] shuffled(RandomGenerator random, int count) {
        int[] numbers = new int[count];
        for (int at = 0; at < count; at++) {
            int other = random.nextInt(at + 1);
            numbers[at] = numbers[other];
            numbers[other] = at;
        }
        return numbers;
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
