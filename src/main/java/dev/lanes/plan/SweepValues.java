package dev.lanes.plan;

import dev.lanes.catalog.ExperimentCard;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The values at which a parameter is measured if a sweep names none: spread evenly over its range, on its scale, both
/// ends among them, and round between them.
final class SweepValues {
    static final int LEAST = 3;
    static final int MOST = 9;
    private static final int USUAL = 7;

    private SweepValues() {}

    /// @param room whether the machine has room for a value; if for one, then for all below
    /// @return empty if there is room for too few
    static List<Long> of(ExperimentCard.Param param, LongPredicate room) {
        List<Long> values = upTo(most(param, room), param);
        return values.size() < LEAST ? List.of() : values;
    }

    /// The upper end of the range, or else a round value that the machine has room for; below the range if for none.
    private static long most(ExperimentCard.Param param, LongPredicate room) {
        if (room.test(param.max())) {
            return param.max();
        }
        long fits = param.min() - 1;
        long not = param.max();
        while (not - fits > 1) {
            long middle = (fits + not) / 2;
            if (room.test(middle)) {
                fits = middle;
            } else {
                not = middle;
            }
        }
        long digit = (long) Math.pow(10, Math.floor(Math.log10(Math.max(1, fits))));
        return Math.max(fits < param.min() ? fits : param.min(), switch (param.scale()) {
            case LOG2 -> Long.highestOneBit(fits);
            case LOG10, LINEAR -> fits / digit * digit;
        });
    }

    private static List<Long> upTo(long max, ExperimentCard.Param param) {
        long min = param.min();
        if (max - min < MOST) {
            return LongStream.rangeClosed(min, max).boxed().toList();
        }
        if (!param.choices().isEmpty()) {
            return between(min, max, share -> min + share * (max - min));
        }
        return switch (param.scale()) {
            case LOG2 -> doublings(min, max);
            case LOG10 -> between(min, max, share -> {
                double value = min * Math.pow((double) max / min, share);
                double decade = Math.pow(10, Math.floor(Math.log10(value)));
                return decade * (value < 1.5 * decade ? 1 : value < 3.5 * decade ? 2 : value < 7.5 * decade ? 5 : 10);
            });
            case LINEAR -> between(min, max, share -> min + share * (max - min));
        };
    }

    /// Powers of two, all of them or every second, third, ...
    private static List<Long> doublings(long min, long max) {
        int step = (int) Math.max(1, Math.ceil(Math.log((double) max / min) / Math.log(2) / (USUAL - 1)));
        LongStream inside = LongStream.iterate(Long.highestOneBit(min), value -> value < max, value -> value << step)
                .filter(value -> value > min);
        return LongStream.concat(LongStream.of(min, max), inside).sorted().distinct().boxed().toList();
    }

    private static List<Long> between(long min, long max, DoubleUnaryOperator valueAt) {
        LongStream inside = IntStream.range(1, USUAL - 1)
                .mapToLong(at -> Math.round(valueAt.applyAsDouble(at / (USUAL - 1.0))))
                .filter(value -> value > min && value < max);
        return LongStream.concat(LongStream.of(min, max), inside).sorted().distinct().boxed().toList();
    }
}
