package dev.lanes.stats.verdict;

import java.util.List;
import java.util.Locale;

/// Times, bytes and shares in words, with about three significant digits.
final class Quantities {
    private static final List<String> TIMES = List.of("ns", "µs", "ms", "s");
    private static final List<String> BYTES = List.of("bytes", "KB", "MB", "GB");

    private Quantities() {}

    /// Such as "340 ns" or "2.71 ms".
    static String time(double ns) {
        return scaled(ns, TIMES);
    }

    /// Such as "24.0 bytes" or "1.20 MB"; a KB is 1,000 bytes.
    static String bytes(double bytes) {
        return scaled(bytes, BYTES);
    }

    /// Such as "1.9": processors that were busy, say.
    static String tenths(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String scaled(double number, List<String> units) {
        double left = number;
        int unit = 0;
        while (left >= 999.5 && unit < units.size() - 1) {
            left /= 1000;
            unit++;
        }
        return SpeedupWords.figure(left) + " " + units.get(unit);
    }
}
