package dev.lanes.experiment.memory;

import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.layout.MatrixSum;
import dev.lanes.kernel.layout.VectorMatrixSum;
import dev.lanes.lab.Agreement;
import dev.lanes.lab.Check;
import dev.lanes.lab.Claim;
import dev.lanes.lab.Effect;
import dev.lanes.lab.Experiment;
import dev.lanes.lab.Moves;
import dev.lanes.lab.Range;
import dev.lanes.lab.Scale;
import dev.lanes.lab.Section;
import dev.lanes.lab.UsefulWork;
import dev.lanes.lab.Variant;
import dev.lanes.lab.Work;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One sum, and two ways to walk through the matrix.
@Experiment(
        id = "row-vs-column",
        section = Section.MEMORY_AND_CACHE,
        title = "Along rows or down columns",
        question = "How much does it cost to add up a matrix column by column?",
        explanation = """
                A matrix is stored row after row, and memory is fetched a cache line \
                at a time: 64 bytes on most machines, which is sixteen floats. Walking \
                along a row uses all sixteen, and the hardware sees the pattern and \
                fetches ahead. Walking down a column uses one float of each line; by \
                the time the next column comes by, the line has been pushed out of the \
                cache and is fetched once more. Both loops do the same additions. The \
                third variant walks along rows with the vector unit and shows how fast \
                memory can deliver once the additions no longer hold it up.

                In Python the cost of interpreting each step hides most of this; a \
                compiled loop lays it bare. Try a small matrix too: one that fits in \
                a cache cares far less about the order.""",
        claim = @Claim(
                text = "A matrix is read faster along its rows than down its columns.",
                guideFigure = "gives no figure: a good and a bad pattern",
                effect = Effect.HELPS,
                variant = "byRows"),
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-5))
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RowVsColumn {
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
        matrix = SeededInputs.uniform(SeededInputs.random(), size * size, 0, 1);
    }

    @Benchmark
    @Variant(label = "By columns", baseline = true,
            note = "A new cache line for every number.")
    public double byColumns() {
        return MatrixSum.byColumns(matrix, size, size);
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
