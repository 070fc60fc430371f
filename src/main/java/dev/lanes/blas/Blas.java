package dev.lanes.blas;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// The matrix product of the OpenBLAS that was found on this machine: what NumPy calls.
///
/// It is called in place: the arrays stay where they are on the heap, and nothing is
/// copied. Where [BlasSearch] found no library, every method fails.
public final class Blas {
    private static final int ROW_MAJOR = 101;
    private static final int NOT_TRANSPOSED = 111;
    // A constant, so that the JIT can see the address that is called.
    private static final OpenBlas LIBRARY = BlasSearch.required();

    private Blas() {}

    /// Sets `product (rows, columns)` to `left (rows, inner)` times `right (inner,
    /// columns)`, all three row after row.
    ///
    /// @throws IndexOutOfBoundsException where an array is too short: the library would
    ///     not notice
    public static void multiply(float[] left, float[] right, float[] product,
            int rows, int inner, int columns) {
        Objects.checkFromIndexSize(0, Math.multiplyExact(rows, inner), left.length);
        Objects.checkFromIndexSize(0, Math.multiplyExact(inner, columns), right.length);
        Objects.checkFromIndexSize(0, Math.multiplyExact(rows, columns), product.length);
        try {
            // 1 * left * right + 0 * product; behind each matrix, the length of its rows.
            LIBRARY.sgemm().invokeExact(
                    ROW_MAJOR, NOT_TRANSPOSED, NOT_TRANSPOSED, rows, columns, inner,
                    1f, MemorySegment.ofArray(left), Math.max(1, inner),
                    MemorySegment.ofArray(right), Math.max(1, columns),
                    0f, MemorySegment.ofArray(product), Math.max(1, columns));
        } catch (Throwable problem) {
            throw new IllegalStateException("cblas_sgemm could not be called", problem);
        }
    }

    /// Makes the library share every later call out to so many threads, the caller
    /// among them, in the whole process; to fewer where it was built for no more.
    public static void useThreads(int count) {
        LIBRARY.useThreads(count);
    }

    /// How many threads the library shares a call out to.
    public static int threads() {
        return LIBRARY.threads();
    }
}
