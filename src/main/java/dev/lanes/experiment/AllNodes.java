package dev.lanes.experiment;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Makes large arrays on all processors at once.
///
/// A page of memory lies on the node of the processor that touches it first. If one
/// thread made all arrays of a machine with several nodes, they would lie on one, and
/// workers on the others would measure the way there. Made on all processors they are
/// spread, as far as the garbage collector leaves them where they are.
public final class AllNodes {
    private AllNodes() {}

    /// Makes the arrays with the numbers from 0 to `count` - 1, several at a time.
    public static void make(int count, IntConsumer array) {
        IntStream.range(0, count).parallel().forEach(array);
    }
}
