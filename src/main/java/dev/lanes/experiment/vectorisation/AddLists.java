package dev.lanes.experiment.vectorisation;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Execution;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.GuessReason;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Scale;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.UsefulWork;
import dev.lanes.annotation.Variant;
import dev.lanes.annotation.Work;
import dev.lanes.annotation.WorkingSet;
import dev.lanes.experiment.BoxedLists;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.elementwise.Addition;
import dev.lanes.kernel.elementwise.VectorAddition;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The sums of two lists, from objects under an interpreter down to bare lanes.
@Experiment(
        id = "add-lists",
        section = Section.VECTORISATION,
        title = "Adding two lists",
        question = "What does it cost to add two lists one element at a time?",
        explanation = """
                Lists interpreted against lists compiled: what an interpreter costs. \
                Lists compiled against the primitive loop: what objects cost, a \
                reference to follow for each number and a new object for each sum. The \
                JIT vectorises the primitive loop by itself, so the Vector API has \
                little left to gain, and arrays too large for caches wait for memory.""",
        claim = @Claim(
                text = "Adding whole arrays is far faster than one number at a time.",
                guideFigure = "about 500 ms in a loop, about 1 ms vectorised",
                guideSpeedup = 500,
                effect = Effect.HELPS,
                variant = "vectorApi",
                atLeast = 5,
                compiled = "listsCompiled",
                plain = "primitiveLoop",
                steps = {
                    "listsInterpreted", "listsCompiled", "primitiveLoop", "vectorApi"
                }),
        reasons = {
            @GuessReason(
                    cause = Cause.COMPILER,
                    text = "the code is compiled and not interpreted"),
            @GuessReason(cause = Cause.OBJECTS, text = "arrays hold no objects"),
            @GuessReason(cause = Cause.LANES, text = "one instruction adds many numbers"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "memory cannot deliver the numbers faster")
        },
        check = @Check(Agreement.EQUAL))
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AddLists {
    @Param("1000000")
    @Range(label = "Elements", min = 1_000, max = 10_000_000, scale = Scale.LOG10)
    public int count;

    private List<Float> firstList;
    private List<Float> secondList;
    private Float[] boxedSums;
    private float[] first;
    private float[] second;
    private float[] sums;

    /// Three lists of references to objects of 16 bytes, and three arrays of floats.
    @WorkingSet
    public static long bytes(long count) {
        return count * (3 * (4 + 16) + 3 * 4);
    }

    /// An addition for every pair; two numbers read and one written.
    @UsefulWork
    public static Work work(long count) {
        return Work.once(count, 12.0 * count).oneAtATime();
    }

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        first = SeededInputs.uniform(random, count, -100, 100);
        second = SeededInputs.uniform(random, count, -100, 100);
        sums = new float[count];
        firstList = BoxedLists.of(first);
        secondList = BoxedLists.of(second);
        boxedSums = new Float[count];
    }

    @Benchmark
    @Variant(label = "Lists, interpreted", baseline = true,
            execution = Execution.INTERPRETED,
            note = "Objects, interpreted: it stands for an interpreted language.")
    public Float[] listsInterpreted() {
        return addLists();
    }

    @Benchmark
    @Variant(label = "Lists, compiled", yardstick = true,
            note = "The same code and the same objects, after the JIT.")
    public Float[] listsCompiled() {
        return addLists();
    }

    @Benchmark
    @Variant(label = "Primitive loop", note = "Numbers side by side in arrays.")
    public float[] primitiveLoop() {
        Addition.add(first, second, sums);
        return sums;
    }

    @Benchmark
    @Variant(label = "Vector API", note = "The same arrays, a register at a time.")
    public float[] vectorApi() {
        VectorAddition.add(first, second, sums);
        return sums;
    }

    private Float[] addLists() {
        List<Float> sumList = Arrays.asList(boxedSums);
        for (int at = 0; at < count; at++) {
            // Slow: follows two references, and makes an object for the sum.
            sumList.set(at, firstList.get(at) + secondList.get(at));
        }
        return boxedSums;
    }
}
