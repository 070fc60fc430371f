package dev.lanes.stats.verdict;

import dev.lanes.event.Swept;
import dev.lanes.event.Swept.BreakEven;
import dev.lanes.event.Swept.Than;
import dev.lanes.stats.BreakEvens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A case over a parameter in words: from where on it pays.
///
/// @param name of the case
/// @param against its reference
/// @param label of the parameter
/// @param unit behind its numbers; may be empty
/// @param first the least number that `choices` name
/// @param choices what the numbers stand for; empty if they stand for themselves
public record SweepWords(String name, String against, String label, String unit, long first, List<String> choices) {
    /// "Break-even at 340 passes (290 to 400): from there on Chunk per worker is faster than Sequential, and below it
    /// is slower."
    public String sentence(List<Swept.Point> points, List<BreakEven> breakEvens) {
        if (points.isEmpty()) {
            return "%s and %s were not measured at the same values of %s.".formatted(name, against, label);
        }
        if (breakEvens.size() == 1 && breakEvens.getFirst().at() != null) {
            BreakEven only = breakEvens.getFirst();
            return "Break-even at %s: from there on %s is %s than %s, and below it is %s.".formatted(
                    place(only), name, word(only.then()), against, word(before(only)));
        }
        return "%s against %s, over %s: %s.".formatted(
                name, against, label, String.join(", ", stretches(points, breakEvens)));
    }

    /// "slower up to 20 passes (15 to 25)", "faster from there on".
    private List<String> stretches(List<Swept.Point> points, List<BreakEven> breakEvens) {
        if (breakEvens.isEmpty()) {
            return List.of(throughout(points));
        }
        List<String> told = new ArrayList<>();
        Than now = breakEvens.getFirst().at() == null && breakEvens.getFirst().low() == null
                ? Than.UNCLEAR
                : than(points.stream().filter(point -> than(point) != Than.UNCLEAR).findFirst().orElseThrow());
        for (BreakEven next : breakEvens) {
            // Where it begins to be clear is not known, only where it is.
            String up = next.at() != null ? "up to " + place(next)
                    : next.low() == null ? "below " + amount(next.high())
                    : "up to " + amount(next.low()) + " at least";
            told.add(word(now) + " " + up);
            now = next.then();
        }
        told.add(word(now) + " from there on");
        return told;
    }

    /// Of points without a break-even, which are all of one direction or not clear.
    private String throughout(List<Swept.Point> points) {
        List<Swept.Point> clear = points.stream().filter(point -> than(point) != Than.UNCLEAR).toList();
        String range = "%s to %s".formatted(number(points.getFirst().at()), amount(points.getLast().at()));
        if (clear.isEmpty()) {
            return "no clear difference from " + range;
        }
        Than all = than(clear.getFirst());
        return "%s from %s%s (%s times to %s times)".formatted(
                word(all), range, clear.size() < points.size() ? ", though not clearly at each value" : "",
                SpeedupWords.ratio(times(all, points.getFirst())), SpeedupWords.ratio(times(all, points.getLast())));
    }

    private static double times(Than all, Swept.Point point) {
        return all == Than.SLOWER ? 1 / point.speedup().value() : point.speedup().value();
    }

    private static Than than(Swept.Point point) {
        return BreakEvens.than(point.speedup(), SpeedupWords.NEGLIGIBLE);
    }

    private static Than before(BreakEven only) {
        return only.then() == Than.FASTER ? Than.SLOWER : Than.FASTER;
    }

    private static String word(Than than) {
        return switch (than) {
            case FASTER -> "faster";
            case SLOWER -> "slower";
            case UNCLEAR -> "no clear difference";
        };
    }

    /// "340 passes (290 to 400)"; of named values the two that it lies between.
    private String place(BreakEven one) {
        if (!choices.isEmpty()) {
            return "between %s and %s".formatted(number(Math.floor(one.at())), number(Math.ceil(one.at())));
        }
        String unitless = unit.isEmpty() ? "; " + label : "";
        return "%s (%s to %s%s)".formatted(amount(one.at()), number(one.low()), number(one.high()), unitless);
    }

    private String amount(double value) {
        return unit.isEmpty() || !choices.isEmpty() ? number(value) : number(value) + " " + unit;
    }

    /// Two digits say as much as an interpolation knows.
    private String number(double value) {
        if (!choices.isEmpty()) {
            return choices.get(Math.clamp(Math.round(value) - first, 0, choices.size() - 1));
        }
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        double step = Math.pow(10, Math.floor(Math.log10(value)) - 1);
        return value < 10
                ? String.format(Locale.ROOT, "%.1f", value)
                : String.format(Locale.ROOT, "%,.0f", Math.rint(value / step) * step);
    }
}
