package dev.lanes.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.StatUtils;

/// The same run several times: their intervals must cover what they have in common, the median of all their medians.
///
/// An interval that covers with 95 % misses now and then. Of ten, three or more miss once in ninety times; that is
/// where the line is drawn.
final class TheSameRunAgain implements Check {
    private static final double MISSES = 0.2;

    @Override
    public String name() {
        return "The same run again";
    }

    @Override
    public Line run(PackagedServer server, Scale scale) throws Exception {
        Steady steady = new Steady(server);
        List<MeasuredCase> all = new ArrayList<>();
        for (int repeat = 0; repeat < scale.repeats(); repeat++) {
            all.addAll(steady.measure(Requests.rowVsColumn(scale)));
        }
        Map<String, Long> covering = all.stream().collect(Collectors.groupingBy(MeasuredCase::key))
                .entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, repeats -> covering(repeats.getValue())));
        return new Line(
                name(),
                "`row-vs-column` %d times: intervals that cover the median of all, at least %.0f %% of each case's"
                        .formatted(scale.repeats(), 100 * (1 - MISSES)),
                covering.entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(one -> "%s %d of %d".formatted(one.getKey(), one.getValue(), scale.repeats()))
                        .collect(Collectors.joining(", ")) + steady.setAsideInWords(),
                covering.values().stream().allMatch(count -> count >= scale.repeats() * (1 - MISSES)));
    }

    private static long covering(List<MeasuredCase> repeats) {
        double common = StatUtils.percentile(repeats.stream().mapToDouble(MeasuredCase::median).toArray(), 50);
        return repeats.stream().filter(one -> one.covers(common)).count();
    }
}
