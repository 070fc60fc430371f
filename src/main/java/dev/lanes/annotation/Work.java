package dev.lanes.annotation;

/// What one call of a variant has to do, whatever way it does it: what the time of the call can be held against.
///
/// @param flops useful operations on numbers: additions, multiplications and comparisons that the result needs
/// @param bytes that have to move at least, where every number is read once and every result written once: 8 for a
///     copied `float`, 12 for a sum of two; more where a variant's own way has to move more
/// @param footprint bytes of distinct data that are touched, which decides the level of cache they can stay in
/// @param moves null if they move in no way of those
/// @param peak the share of the rate of multiply-adds on floats that these operations can reach
public record Work(double flops, double bytes, double footprint, Moves moves, double peak) {
    /// A unit that multiplies and adds at once does half of its operations if only one of the two is wanted; and as
    /// many doubles as floats take twice the lanes.
    private static final double HALF = 0.5;

    public Work {
        if (!(flops >= 0 && bytes >= 0 && footprint >= 0 && flops + bytes + footprint < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Work of %s operations, %s bytes, footprint %s".formatted(flops, bytes, footprint));
        }
    }

    /// Of floats, multiplied and added.
    public Work(double flops, double bytes, double footprint) {
        this(flops, bytes, footprint, null, 1);
    }

    /// The same work, its bytes moved in that way.
    public Work moving(Moves way) {
        return new Work(flops, bytes, footprint, way, peak);
    }

    /// The same work without multiply-adds: of additions, products or comparisons alone.
    public Work oneAtATime() {
        return new Work(flops, bytes, footprint, moves, peak * HALF);
    }

    /// The same work on doubles.
    public Work onDoubles() {
        return new Work(flops, bytes, footprint, moves, peak * HALF);
    }

    /// Each number of the data is moved once, so that the bytes to move are the footprint.
    public static Work once(double flops, double bytes) {
        return new Work(flops, bytes, bytes);
    }
}
