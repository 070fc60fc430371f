package dev.lanes.experiment.memory;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.GuessReason;
import dev.lanes.annotation.Moves;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Scale;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.UsefulWork;
import dev.lanes.annotation.Variant;
import dev.lanes.annotation.Work;
import dev.lanes.kernel.layout.MatrixSum;
import dev.lanes.kernel.layout.VectorMatrixSum;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One sum, and the ways to walk through the matrix.
@Experiment(
        id = "row-vs-column",
        section = Section.MEMORY_AND_CACHE,
        title = "Along rows or down columns",
        question = "How much does it cost to add up a matrix column by column?",
        explanation = """
                A row uses all sixteen floats of a cache line, a column one. A \
                column's lines could stay for the next, but rows a power of two apart \
                compete for few places of a cache and evict each other; a line of \
                padding prevents that. Down a long column, each number has another \
                page (usually 4 KiB) to look up.""",
        claim = @Claim(
                text = "A matrix is read faster along its rows than down its columns.",
                guideFigure = "gives no figure: a good and a bad pattern",
                effect = Effect.HELPS,
                variant = "byRows"),
        reasons = {
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "a row uses all of each cache line"),
            @GuessReason(
                    cause = Cause.ORDER,
                    text = "nothing but the order of access differs"),
            @GuessReason(
                    cause = Cause.LANES,
                    text = "one instruction adds many numbers of a row"),
            @GuessReason(
                    cause = Cause.COMPILER,
                    text = "the compiler does better with rows")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-5))
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RowVsColumn {
    /// Floats of a cache line, on most machines.
    private static final int LINE = 16;

    @Param("4096")
    @Range(label = "Rows and columns", min = 512, max = 8192, scale = Scale.LOG2)
    public int size;

    private float[] matrix;

    /// An addition for every number, which is read once.
    @UsefulWork
    public static Work work(long size) {
        double numbers = (double) size * size;
        return Work.once(numbers, Float.BYTES * numbers).moving(Moves.LOAD).oneAtATime();
    }

    @Setup
    public void fill() {
        // The same line again and again: so a matrix is the same whether its rows are
        // read end to end or a line apart, and all sums are exact.
        matrix = new float[size * (size + LINE)];
        for (int at = 0; at < matrix.length; at++) {
            matrix[at] = at % LINE;
        }
    }

    @Benchmark
    @Variant(label = "By columns", baseline = true,
            note = "A new cache line for every number.")
    public double byColumns() {
        return MatrixSum.byColumns(matrix, size, size, size);
    }

    @Benchmark
    @Variant(label = "By columns, rows padded by one line",
            note = "Rows are no longer a power of two apart.")
    public double byColumnsPadded() {
        // Better: the lines of a column have places of their own in the cache.
        return MatrixSum.byColumns(matrix, size, size, size + LINE);
    }

    @Benchmark
    @Variant(label = "By rows", note = "The same additions; all of a cache line is used.")
    public double byRows() {
        return MatrixSum.byRows(matrix, size, size);
    }

    @Benchmark
    @Variant(label = "By rows, Vector API",
            note = "A cache line or half of it per addition.")
    public double byRowsVector() {
        return VectorMatrixSum.byRows(matrix, size, size);
    }
}
