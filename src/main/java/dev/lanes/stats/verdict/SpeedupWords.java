package dev.lanes.stats.verdict;

import dev.lanes.event.Speedup;
import java.util.Locale;

/// Speedups in words that promise no more than the interval does.
public final class SpeedupWords {
    /// Differences below this share are not worth a word, however sure they are.
    static final double NEGLIGIBLE = 0.03;

    private SpeedupWords() {}

    /// Whether all of the interval lies above 1, and not negligibly close to it.
    public static boolean faster(Speedup speedup) {
        return speedup.low() > 1 + NEGLIGIBLE;
    }

    /// Whether all of the interval lies below 1, and not negligibly close to it.
    public static boolean slower(Speedup speedup) {
        return speedup.high() < 1 / (1 + NEGLIGIBLE);
    }

    /// Such as "2.9 times faster (2.7 to 3.1)", "1.9 times slower (1.7 to 2.1)" or "no clear difference (0.98 to
    /// 1.03 times)".
    public static String of(Speedup speedup) {
        if (faster(speedup)) {
            return "%s times faster (%s to %s)"
                    .formatted(figure(speedup.value()), figure(speedup.low()), figure(speedup.high()));
        }
        if (slower(speedup)) {
            return "%s times slower (%s to %s)"
                    .formatted(figure(1 / speedup.value()), figure(1 / speedup.high()), figure(1 / speedup.low()));
        }
        return "no clear difference (%s to %s times)".formatted(figure(speedup.low()), figure(speedup.high()));
    }

    /// About three significant digits: 0.98, 2.91, 31.5, 1,247.
    static String figure(double ratio) {
        String pattern = ratio >= 100 ? "%,.0f" : ratio >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, ratio);
    }
}
