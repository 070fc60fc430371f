package dev.lanes.trust;

import java.util.Arrays;
import java.util.Locale;

/// How steady a machine is on which nothing else runs, as far as one can see from inside: how much longer than at its best
/// the same short loop takes.
final class Steadiness {
    private static final int LOOPS = 2_000;
    private static final int WARM_UP = 500;
    private static final int STEPS = 3_000_000;

    private static long kept;

    private Steadiness() {}

    /// In one sentence, after some seconds.
    static String inWords() {
        double[] millis = new double[LOOPS];
        for (int loop = -WARM_UP; loop < LOOPS; loop++) {
            long begin = System.nanoTime();
            kept += loop();
            if (loop >= 0) {
                millis[loop] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(millis);
        double best = millis[LOOPS / 100];
        return String.format(Locale.ROOT,
                "A loop of %.1f ms took %.2f times that in the middle, %.2f times in one of ten and %.1f times in one of a hundred.",
                best, millis[LOOPS / 2] / best, millis[LOOPS * 9 / 10] / best, millis[LOOPS * 99 / 100] / best);
    }

    /// Keeps several units busy at once, as fast code does: a chain of operations that wait for each other hardly feels
    /// a neighbour on the core's other hyperthread.
    private static long loop() {
        long a = kept;
        long b = 1;
        long c = 2;
        long d = 3;
        long e = 4;
        long f = 5;
        for (int step = 0; step < STEPS; step++) {
            a = a * 3 ^ step;
            b = b + step ^ 1;
            c = c + step ^ 2;
            d = d + step ^ 3;
            e = e + step ^ 4;
            f = f + step ^ 5;
        }
        return a + b + c + d + e + f;
    }
}
