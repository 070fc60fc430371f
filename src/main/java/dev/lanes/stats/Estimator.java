package dev.lanes.stats;

import dev.lanes.event.Score;
import dev.lanes.event.Speedup;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.stat.StatUtils;

/// Medians and speedups with bootstrap intervals.
///
/// One resample draws forks with replacement, and from each drawn fork as many iterations as it has, again with
/// replacement; the interval spans the middle 95 % of the resampled figures (Efron's percentile method, in the
/// two-level form of Kalibera and Jones, "Rigorous benchmarking in reasonable time", 2013). With a single fork only
/// iterations can be drawn, and the interval says nothing about other JVMs.
public final class Estimator {
    static final double CONFIDENCE = 0.95;
    private static final int RESAMPLES = 2_000;

    private final SplittableRandom random;

    /// An estimator that gives the same intervals for the same samples and the same seed.
    public Estimator(long seed) {
        random = new SplittableRandom(seed);
    }

    /// The median time of an operation.
    public Score score(CaseSamples samples) {
        double[] all = samples.all();
        double[] resampled = resample(() -> median(draw(samples.forks())));
        return new Score(
                median(all), low(resampled), high(resampled), "ns/op", CONFIDENCE, all.length, samples.forks().size());
    }

    /// How many times faster `other` is than `baseline`, as the ratio of their medians.
    public Speedup speedup(CaseSamples baseline, CaseSamples other) {
        double[] resampled = resample(() -> median(draw(baseline.forks())) / median(draw(other.forks())));
        return new Speedup(median(baseline.all()) / median(other.all()), low(resampled), high(resampled));
    }

    static double median(double[] values) {
        return StatUtils.percentile(values, 50);
    }

    private static double low(double[] resampled) {
        return StatUtils.percentile(resampled, 100 * (1 - CONFIDENCE) / 2);
    }

    private static double high(double[] resampled) {
        return StatUtils.percentile(resampled, 100 * (1 + CONFIDENCE) / 2);
    }

    private static double[] resample(DoubleSupplier figure) {
        double[] figures = new double[RESAMPLES];
        Arrays.setAll(figures, i -> figure.getAsDouble());
        return figures;
    }

    private double[] draw(List<double[]> forks) {
        double[][] drawn = new double[forks.size()][];
        for (int i = 0; i < drawn.length; i++) {
            double[] fork = forks.get(random.nextInt(forks.size()));
            drawn[i] = new double[fork.length];
            Arrays.setAll(drawn[i], j -> fork[random.nextInt(fork.length)]);
        }
        return Arrays.stream(drawn).flatMapToDouble(Arrays::stream).toArray();
    }
}
