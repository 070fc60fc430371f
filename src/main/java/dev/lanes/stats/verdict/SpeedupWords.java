package dev.lanes.stats.verdict;

import dev.lanes.event.Speedup;
import java.util.Locale;

/// Speedups in words that promise no more than the interval does, with the digits that the page gives them.
public final class SpeedupWords {
    /// Differences below this share are not worth a word, however sure they are.
    public static final double NEGLIGIBLE = 0.03;
    /// A variant within this share of the reference takes about as long.
    static final double ABOUT_EQUAL = 0.10;

    private SpeedupWords() {}

    /// Whether all of the interval lies above 1, and not negligibly close to it.
    public static boolean faster(Speedup speedup) {
        return speedup.low() > 1 + NEGLIGIBLE;
    }

    /// Whether all of the interval lies below 1, and not negligibly close to it.
    public static boolean slower(Speedup speedup) {
        return speedup.high() < 1 / (1 + NEGLIGIBLE);
    }

    /// Whether the interval tells faster from slower, or excludes any difference that counts.
    public static boolean clear(Speedup speedup) {
        return faster(speedup) || slower(speedup) || noGain(speedup) && noLoss(speedup);
    }

    /// Whether the interval excludes any gain that counts, whatever the loss.
    static boolean noGain(Speedup speedup) {
        return speedup.high() <= 1 + ABOUT_EQUAL;
    }

    /// Whether the interval excludes any loss that counts, whatever the gain.
    static boolean noLoss(Speedup speedup) {
        return speedup.low() >= 1 / (1 + ABOUT_EQUAL);
    }

    /// Such as "2.9 times faster (2.7 to 3.1)", "1.9 times slower (1.7 to 2.1)", "about as long (0.98 to 1.03 times as
    /// fast)" or "no clear difference (0.98 to 1.5 times as fast)".
    public static String of(Speedup speedup) {
        return than(speedup, "");
    }

    /// The same with what it is compared with: "2.9 times faster than Sequential (2.7 to 3.1)".
    public static String than(Speedup speedup, String reference) {
        if (faster(speedup)) {
            return "%s times faster%s (%s to %s)".formatted(
                    ratio(speedup.value()), with(" than ", reference), ratio(speedup.low()), ratio(speedup.high()));
        }
        if (slower(speedup)) {
            return "%s times slower%s (%s to %s)".formatted(
                    ratio(1 / speedup.value()), with(" than ", reference), ratio(1 / speedup.high()),
                    ratio(1 / speedup.low()));
        }
        boolean excludesOne = speedup.low() > 1 || speedup.high() < 1;
        String interval = "(%s to %s times as fast%s)".formatted(
                ratio(speedup.low()), ratio(speedup.high()), excludesOne
                        ? String.format(Locale.ROOT, "; less than %.0f %% does not count", 100 * NEGLIGIBLE)
                        : "");
        return noGain(speedup) && noLoss(speedup)
                ? "about as long" + with(" as ", reference) + " " + interval
                : "no clear difference" + with(" from ", reference) + " " + interval;
    }

    /// What is left to say of a speedup between cases of which one has a red light.
    public static String tooUncertain(Speedup speedup) {
        return "too uncertain to compare (%s to %s times as fast)".formatted(
                ratio(speedup.low()), ratio(speedup.high()));
    }

    private static String with(String link, String reference) {
        return reference.isEmpty() ? "" : link + reference;
    }

    /// As many digits as a ratio deserves: 31,539, 84, 2.9, 1.04, 0.05.
    static String ratio(double value) {
        if (value >= 9.95) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (value > 0.9 && value < 1.1) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
        int digits = 1 - (int) Math.floor(Math.log10(value * 1.005));
        return String.format(Locale.ROOT, "%." + Math.clamp(digits, 1, 12) + "f", value);
    }

    /// About three significant digits: 0.98, 2.91, 31.5, 1,247.
    static String figure(double number) {
        String pattern = number >= 100 ? "%,.0f" : number >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, number);
    }
}
