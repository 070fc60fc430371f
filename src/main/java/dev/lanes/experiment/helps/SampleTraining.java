package dev.lanes.experiment.helps;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Asks;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.GuessReason;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Reported;
import dev.lanes.annotation.Scale;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.Variant;
import dev.lanes.experiment.Pooled;
import dev.lanes.experiment.SeededInputs;
import dev.lanes.kernel.net.DenseGradient;
import dev.lanes.kernel.net.DenseNet;
import dev.lanes.kernel.net.TrainingPass;
import java.util.Arrays;
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

/// One step of training: the gradient of every sample of a batch, and their average.
@Experiment(
        id = "sample-training",
        section = Section.HELPS_OR_HURTS,
        title = "A training step, sample by sample",
        question = "Does a training step gain if workers divide the samples?",
        explanation = """
                A gradient takes 400 KB, and adding it to another reads all of it \
                again. One task per sample makes one gradient per sample, more than \
                many caches hold, and one thread adds them up: the gain can be lost \
                there. One chunk per worker adds up as it goes, and leaves one sum per \
                worker to merge.""",
        claim = @Claim(
                text = "Training is faster when workers share out the samples.",
                guideFigure = "gives no figure; samples are independent",
                effect = Effect.HELPS,
                variant = "chunkPerWorker",
                asks = Asks.FASTER),
        reasons = {
            @GuessReason(
                    cause = Cause.CORES,
                    text = "each core trains on samples of its own"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "gradients are too large for the caches"),
            @GuessReason(
                    cause = Cause.LOCK,
                    text = "workers wait for each other to add up"),
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "a task costs more than its samples")
        },
        check = @Check(value = Agreement.CLOSE, relativeTolerance = 1e-5),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SampleTraining {
    private static final int CLASSES = 10;
    private static final int MOST_WORKERS = 8;

    @Param("32")
    @Range(label = "Batch", unit = "samples", min = 8, max = 256, scale = Scale.LOG2)
    public int samples;

    private TrainingPass[] passes;
    private DenseGradient[] ofSamples;
    private DenseGradient[] ofWorkers;
    private DenseGradient average;
    private double[] losses;

    @Setup
    public void fill() {
        RandomGenerator random = SeededInputs.random();
        DenseNet network = new DenseNet(random, 784, 128, CLASSES);
        passes = new TrainingPass[samples];
        ofSamples = new DenseGradient[samples];
        for (int sample = 0; sample < samples; sample++) {
            float[] image = SeededInputs.uniform(random, 784, 0, 1);
            passes[sample] = new TrainingPass(network, image, random.nextInt(CLASSES));
            ofSamples[sample] = new DenseGradient(network);
        }
        ofWorkers = new DenseGradient[MOST_WORKERS];
        Arrays.setAll(ofWorkers, worker -> new DenseGradient(network));
        average = new DenseGradient(network);
        losses = new double[samples];
    }

    @Benchmark
    @Variant(label = "Sequential", baseline = true,
            note = "One thread, and one gradient that stays in its cache.")
    public float[][] sequential() {
        average.clear();
        for (int sample = 0; sample < samples; sample++) {
            losses[sample] = passes[sample].addGradient(average);
        }
        average.scale(1f / samples);
        return average.numbers();
    }

    @Benchmark
    @Variant(label = "One task per sample",
            note = "A gradient for each sample; all are added up afterwards.")
    public float[][] oneTaskPerSample(Pooled pool) {
        pool.forEach(samples, sample -> {
            DenseGradient own = ofSamples[sample];
            own.clear();
            losses[sample] = passes[sample].addGradient(own);
        });
        // Slow: one thread reads the gradients of all samples once more.
        return averageOf(ofSamples, samples);
    }

    @Benchmark
    @Variant(label = "One chunk per worker",
            note = "A gradient for each worker; all are added up afterwards.")
    public float[][] chunkPerWorker(Pooled pool) {
        int workers = pool.workers;
        pool.forEach(workers, worker -> {
            // Better: most additions happen here, in this worker's own cache.
            DenseGradient own = ofWorkers[worker];
            own.clear();
            int end = samples * (worker + 1) / workers;
            for (int sample = samples * worker / workers; sample < end; sample++) {
                losses[sample] = passes[sample].addGradient(own);
            }
        });
        return averageOf(ofWorkers, workers);
    }

    /// The sum of the first `count` gradients, divided by the number of samples.
    private float[][] averageOf(DenseGradient[] gradients, int count) {
        average.clear();
        for (int each = 0; each < count; each++) {
            average.add(gradients[each]);
        }
        average.scale(1f / samples);
        return average.numbers();
    }

    @Reported(label = "Mean loss (a blind guess: 2.30)")
    public double meanLoss() {
        return Arrays.stream(losses).average().orElse(Double.NaN);
    }
}
