package dev.lanes.lab;

/// What one call of a variant has to do, whatever way it does it: what the time of the call can be held against.
///
/// @param flops useful operations on numbers: additions, multiplications and comparisons that the result needs
/// @param bytes that have to move at least, where every number is read once and every result written once: 8 for a
///     copied `float`, 12 for a sum of two
/// @param footprint bytes of distinct data that are touched, which decides the level of cache they can stay in
public record Work(double flops, double bytes, double footprint) {
    public Work {
        if (!(flops >= 0 && bytes >= 0 && footprint >= 0 && flops + bytes + footprint < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Work of %s operations, %s bytes, footprint %s".formatted(flops, bytes, footprint));
        }
    }

    /// Each number of the data is moved once, so that the bytes to move are the footprint.
    public static Work once(double flops, double bytes) {
        return new Work(flops, bytes, bytes);
    }
}
