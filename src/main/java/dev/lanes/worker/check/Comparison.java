package dev.lanes.worker.check;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Check;
import dev.lanes.event.CheckResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/// The numbers that tell how far an output is from the baseline's. They travel from the fork as JMH's own secondary
/// results, under names that begin with "check.".
///
/// @param largestError largest absolute difference of two numbers; infinite where the shapes differ or one is NaN
/// @param largestValue largest absolute number of the baseline's output
/// @param lost what the output's numbers sum up to less than the baseline's
/// @param expected the sum of the baseline's numbers
public record Comparison(double largestError, double largestValue, double lost, double expected) {
    private static final String ERROR = "check.largestError";
    private static final String VALUE = "check.largestValue";
    private static final String LOST = "check.lost";
    private static final String EXPECTED = "check.expected";

    /// As secondary results of an iteration.
    List<Result<?>> results() {
        return List.of(
                scalar(ERROR, largestError), scalar(VALUE, largestValue), scalar(LOST, lost),
                scalar(EXPECTED, expected));
    }

    /// From an iteration's secondary results; empty for all iterations but the last.
    @SuppressWarnings("rawtypes") // JMH's interface is raw.
    public static Optional<Comparison> from(Map<String, Result> results) {
        return results.containsKey(ERROR)
                ? Optional.of(new Comparison(
                        results.get(ERROR).getScore(), results.get(VALUE).getScore(), results.get(LOST).getScore(),
                        results.get(EXPECTED).getScore()))
                : Optional.empty();
    }

    /// Whether the outputs agree in the way that the experiment asks for.
    public boolean agrees(Check check) {
        return switch (check.value()) {
            case EQUAL, COUNT -> largestError == 0;
            case CLOSE -> largestError <= check.relativeTolerance() * largestValue;
        };
    }

    boolean isLossless() {
        return lost == 0;
    }

    /// Whichever of the two has lost more.
    Comparison worse(Comparison other) {
        return other.lost > lost ? other : this;
    }

    /// In the protocol's words.
    public CheckResult describe(Check check) {
        if (check.value() == Agreement.COUNT) {
            return new CheckResult(
                    lost == 0 && largestError == 0
                            ? String.format(Locale.ROOT, "all %,d updates arrived", (long) expected)
                            : String.format(Locale.ROOT, "lost %,d of %,d updates", (long) lost, (long) expected),
                    null, null, (long) lost, (long) expected);
        }
        double relative = largestError == 0 ? 0 : largestError / largestValue;
        return new CheckResult(words(check, relative), finite(largestError), finite(relative), null, null);
    }

    private String words(Check check, double relative) {
        if (largestError == 0) {
            return "same output as the baseline";
        }
        String error = String.format(Locale.ROOT, "largest relative error %.1e", relative);
        return agrees(check) ? "agrees with the baseline, " + error : "differs from the baseline, " + error;
    }

    private static Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    private static ScalarResult scalar(String name, double number) {
        return new ScalarResult(name, number, "1", AggregationPolicy.MAX);
    }
}
