package dev.lanes.stats;

import dev.lanes.event.Speedup;
import dev.lanes.event.Swept;
import dev.lanes.event.Swept.BreakEven;
import dev.lanes.event.Swept.Than;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Where a speedup crosses 1 over a parameter.
///
/// A point is clear if its interval excludes 1 by what counts. Between two clear points of opposite directions lies one
/// break-even, however often the ratios between them go up and down: noise around 1 makes no several. It is
/// interpolated on the logarithm of the ratio. Its interval begins where the band of the points' intervals first holds
/// 1, seen from the one clear point, and ends where it last does, so it lies within the two neighbours if both are
/// clear.
///
/// If nothing clear precedes a clear point, its difference begins somewhere before: then only the far end is known, by
/// the measured value itself. The same holds the other way round at the upper end.
public final class BreakEvens {
    private final List<Swept.Point> points;
    private final boolean logarithmic;
    private final List<Than> clear;

    private BreakEvens(List<Swept.Point> points, boolean logarithmic, double counts) {
        this.points = points;
        this.logarithmic = logarithmic;
        this.clear = points.stream().map(point -> than(point.speedup(), counts)).toList();
    }

    /// @param points ascending
    /// @param logarithmic whether the parameter is read on a logarithmic scale
    /// @param counts the least difference that counts, as a share
    public static List<BreakEven> of(List<Swept.Point> points, boolean logarithmic, double counts) {
        return new BreakEvens(points, logarithmic, counts).all();
    }

    /// What the speedup is, where all of its interval tells the same.
    public static Than than(Speedup speedup, double counts) {
        return speedup.low() > 1 + counts ? Than.FASTER
                : speedup.high() < 1 / (1 + counts) ? Than.SLOWER
                : Than.UNCLEAR;
    }

    private List<BreakEven> all() {
        List<BreakEven> found = new ArrayList<>();
        OptionalInt last = OptionalInt.empty();
        for (int at : IntStream.range(0, points.size()).filter(one -> clear.get(one) != Than.UNCLEAR).toArray()) {
            if (last.isEmpty() && at > 0) {
                found.add(new BreakEven(null, null, value(at), clear.get(at)));
            } else if (last.isPresent() && clear.get(last.getAsInt()) != clear.get(at)) {
                found.add(between(last.getAsInt(), at));
            }
            last = OptionalInt.of(at);
        }
        if (last.isPresent() && last.getAsInt() < points.size() - 1) {
            found.add(new BreakEven(null, value(last.getAsInt()), null, Than.UNCLEAR));
        }
        return found;
    }

    private double value(int at) {
        return points.get(at).at();
    }

    /// The one between two clear points of opposite directions.
    private BreakEven between(int from, int to) {
        boolean rises = clear.get(to) == Than.FASTER;
        ToDoubleFunction<Speedup> near = rises ? Speedup::high : Speedup::low;
        ToDoubleFunction<Speedup> far = rises ? Speedup::low : Speedup::high;
        List<Double> middles = crossings(Speedup::value, from, to);
        double first = crossings(near, from, to).getFirst();
        double last = crossings(far, from, to).getLast();
        double middle = middles.get(middles.size() / 2);
        return new BreakEven(middle, Math.min(first, middle), Math.max(last, middle), clear.get(to));
    }

    /// Where the line through one end of the intervals crosses 1; there is such a place, since the two sides differ.
    private List<Double> crossings(ToDoubleFunction<Speedup> end, int from, int to) {
        List<Double> found = new ArrayList<>();
        for (int at = from; at < to; at++) {
            double left = Math.log(end.applyAsDouble(points.get(at).speedup()));
            double right = Math.log(end.applyAsDouble(points.get(at + 1).speedup()));
            if (left < 0 != right < 0) {
                found.add(interpolated(value(at), value(at + 1), left / (left - right)));
            }
        }
        return found;
    }

    private double interpolated(double from, double to, double share) {
        return logarithmic && from > 0 ? from * Math.pow(to / from, share) : from + share * (to - from);
    }
}
