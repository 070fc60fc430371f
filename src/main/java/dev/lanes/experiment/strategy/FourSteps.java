package dev.lanes.experiment.strategy;

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
import dev.lanes.experiment.BoxedDense;
import dev.lanes.experiment.BoxedLists;
import dev.lanes.experiment.DenseWork;
import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.elementwise.Relu;
import dev.lanes.kernel.elementwise.VectorRelu;
import dev.lanes.kernel.net.Dense;
import dev.lanes.kernel.net.DenseBatch;
import dev.lanes.kernel.net.DenseNet;
import dev.lanes.kernel.net.VectorDense;
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

/// The guide's steps one on top of the other, on a batch through a network of two
/// layers, 784-128-64 with a rectifier between.
@Experiment(
        id = "strategy",
        section = Section.STRATEGY,
        title = "Step by step",
        question = "What does each step of the strategy add to the one before?",
        explanation = """
                Compiling the lists removes the interpreter; step 1a removes the \
                objects, and reads weights row by row. Step 2 gives each worker a \
                share of 3.5 million multiply-adds, for 32 samples: hand-overs can eat \
                up the gain. In step 3 a weight that is loaded once serves eight \
                samples, or four if registers are few, and nothing is allocated.""",
        claim = @Claim(
                text = "Lanes, workers and memory: 100 to 1,000 times faster in all.",
                guideFigure = "100-10,000x, then 2-8x, then 10-50 %; 100-1000x in all",
                effect = Effect.HELPS,
                variant = "memory",
                atLeast = 100,
                atMost = 1_000,
                compiled = "listsCompiled",
                steps = {
                    "interpretedLists", "listsCompiled", "compiledLoops", "vectorApi",
                    "workers", "memory"
                }),
        reasons = {
            @GuessReason(
                    cause = Cause.COMPILER,
                    text = "the code is compiled and not interpreted"),
            @GuessReason(cause = Cause.OBJECTS, text = "plain arrays hold no objects"),
            @GuessReason(
                    cause = Cause.LANES,
                    text = "one instruction handles many numbers"),
            @GuessReason(cause = Cause.CORES, text = "several cores share the work")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-4),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FourSteps {
    private static final int INPUTS = 784;
    private static final int HIDDEN = 128;
    private static final int OUTPUTS = 64;

    @Param("32")
    @Range(label = "Batch", unit = "samples", min = 1, max = 128, scale = Scale.LOG2)
    public int samples;

    private DenseNet network;
    private float[][] inputs;
    private float[] scores;
    private List<List<Float>> inputLists;
    private List<List<Float>> hiddenWeightLists;
    private List<List<Float>> outputWeightLists;
    private List<Float> hiddenBiasList;
    private List<Float> outputBiasList;
    private DenseBatch batch;

    /// All samples through two layers.
    @UsefulWork
    public static Work work(long samples) {
        return DenseWork.forward(samples, INPUTS, HIDDEN, OUTPUTS);
    }

    /// One sample after another reads all the weights each time.
    @UsefulWork(variants = {"compiledLoops", "vectorApi", "workers"})
    public static Work workSampleBySample(long samples) {
        return DenseWork.oneByOne(samples, INPUTS, HIDDEN, OUTPUTS);
    }

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        network = new DenseNet(random, INPUTS, HIDDEN, OUTPUTS);
        float[] images = SeededInputs.uniform(random, samples * INPUTS, 0, 1);
        inputs = new float[samples][];
        for (int sample = 0; sample < samples; sample++) {
            int from = sample * INPUTS;
            inputs[sample] = Arrays.copyOfRange(images, from, from + INPUTS);
        }
        scores = new float[samples * OUTPUTS];
        inputLists = BoxedLists.rows(images, INPUTS);
        hiddenWeightLists = BoxedLists.rows(network.weights(0), HIDDEN);
        outputWeightLists = BoxedLists.rows(network.weights(1), OUTPUTS);
        hiddenBiasList = BoxedLists.of(network.biases(0));
        outputBiasList = BoxedLists.of(network.biases(1));
        batch = new DenseBatch(network, images, samples);
    }

    @Benchmark
    @Variant(label = "0 Lists, interpreted", baseline = true,
            execution = Execution.INTERPRETED,
            note = "Objects, interpreted: it stands for an interpreted language.")
    public float[] interpretedLists() {
        return lists();
    }

    @Benchmark
    @Variant(label = "0 Lists, compiled",
            note = "The same code and the same objects, after the JIT.")
    public float[] listsCompiled() {
        return lists();
    }

    @Benchmark
    @Variant(label = "1a Compiled loops", yardstick = true,
            note = "Loops over arrays, as the JIT compiles them.")
    public float[] compiledLoops() {
        for (int sample = 0; sample < samples; sample++) {
            float[] hidden = new float[HIDDEN];
            float[] outputs = new float[OUTPUTS];
            Dense.layer(inputs[sample], network.weights(0), network.biases(0), hidden);
            Relu.inPlace(hidden);
            Dense.layer(hidden, network.weights(1), network.biases(1), outputs);
            System.arraycopy(outputs, 0, scores, sample * OUTPUTS, OUTPUTS);
        }
        return scores;
    }

    @Benchmark
    @Variant(label = "1b Vector API", note = "The same layers, many outputs at a time.")
    public float[] vectorApi() {
        oneByOne(0, samples);
        return scores;
    }

    @Benchmark
    @Variant(label = "2 Workers", note = "Each worker takes a share of the samples.")
    public float[] workers(Pooled pool) {
        pool.forEachChunk(samples, this::oneByOne);
        return scores;
    }

    @Benchmark
    @Variant(label = "3 Memory",
            note = "Samples side by side, weights packed, nothing allocated.")
    public float[] memory(Pooled pool) {
        // Fast: a weight is loaded once for several samples, not once for each.
        pool.forEachChunk(samples, batch::forward);
        return batch.scores();
    }

    private float[] lists() {
        for (int sample = 0; sample < samples; sample++) {
            List<Float> hidden = BoxedLists.of(new float[HIDDEN]);
            List<Float> outputs = BoxedLists.of(new float[OUTPUTS]);
            BoxedDense.layer(
                    inputLists.get(sample), hiddenWeightLists, hiddenBiasList, hidden);
            BoxedDense.rectify(hidden);
            BoxedDense.layer(hidden, outputWeightLists, outputBiasList, outputs);
            for (int output = 0; output < OUTPUTS; output++) {
                scores[sample * OUTPUTS + output] = outputs.get(output);
            }
        }
        return scores;
    }

    private void oneByOne(int from, int to) {
        for (int sample = from; sample < to; sample++) {
            float[] hidden = new float[HIDDEN];
            float[] outputs = new float[OUTPUTS];
            VectorDense.layer(
                    inputs[sample], network.weights(0), network.biases(0), hidden);
            VectorRelu.inPlace(hidden);
            VectorDense.layer(hidden, network.weights(1), network.biases(1), outputs);
            System.arraycopy(outputs, 0, scores, sample * OUTPUTS, OUTPUTS);
        }
    }
}
