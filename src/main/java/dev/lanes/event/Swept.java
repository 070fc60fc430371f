package dev.lanes.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;

/// What a sweep found out: how each case compares with its reference over the parameter, and where the two break even.
///
/// @param param its name
/// @param lines the claim's case first
public record Swept(String param, List<Line> lines) {

    /// One case over the parameter.
    ///
    /// @param key of the case, without a value
    /// @param name in words
    /// @param referenceKey what it is compared with at every value, without a value
    /// @param points ascending; only values at which both were measured
    /// @param breakEvens ascending
    /// @param text where it pays, in a sentence
    public record Line(
            String key, String name, String referenceKey, List<Point> points, List<BreakEven> breakEvens,
            String text) {}

    /// The speedup at one value of the parameter.
    public record Point(long at, Speedup speedup) {}

    /// Where the case becomes faster than its reference, or slower.
    ///
    /// @param at interpolated between the values that were measured; null if one side of it is not clear
    /// @param low the least value that it can be; null if it can be below all that were measured
    /// @param high the largest; null if it can be above all that were measured
    /// @param then what the case is beyond it
    public record BreakEven(
            @JsonInclude(Include.NON_NULL) Double at,
            @JsonInclude(Include.NON_NULL) Double low,
            @JsonInclude(Include.NON_NULL) Double high,
            Than then) {}

    /// How two times compare.
    public enum Than {
        FASTER,
        SLOWER,
        /// No difference that is sure and counts.
        UNCLEAR
    }
}
