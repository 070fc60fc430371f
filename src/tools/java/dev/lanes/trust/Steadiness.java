package dev.lanes.trust;

import dev.lanes.worker.counters.ProcessorProbe;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// How steady a machine is on which nothing else runs, as far as one can see from inside: how much longer than at its
/// best the probe takes by which the light knows of neighbours.
final class Steadiness {
    private static final int PROBES = 5_000;

    private Steadiness() {}

    /// In one sentence, after some seconds.
    static String inWords() {
        ProcessorProbe probe = ProcessorProbe.warmedUp(1);
        double[] times = DoubleStream.generate(probe::nsPerStep).limit(PROBES).toArray();
        Arrays.sort(times);
        double best = times[PROBES / 100];
        return String.format(Locale.ROOT,
                "Arithmetic in registers took %.2f times its best in the middle, %.2f times in one of ten and %.1f times in one "
                        + "of%na hundred.",
                times[PROBES / 2] / best, times[PROBES * 9 / 10] / best, times[PROBES * 99 / 100] / best);
    }
}
