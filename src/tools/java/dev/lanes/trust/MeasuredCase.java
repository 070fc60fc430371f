package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/// A case of a finished run, as the API tells it: times in ns per operation.
record MeasuredCase(String key, double median, double low, double high, String light, String reasons) {

    static MeasuredCase of(JsonNode one) {
        JsonNode score = one.required("score");
        return new MeasuredCase(
                one.required("key").asText(), score.required("median").asDouble(), score.required("low").asDouble(),
                score.required("high").asDouble(), one.required("trust").required("level").asText(),
                String.join(" ", one.required("trust").required("reasons").findValuesAsText("code")));
    }

    boolean covers(double ns) {
        return low <= ns && ns <= high;
    }

    boolean overlaps(MeasuredCase other) {
        return low <= other.high && other.low <= high;
    }

    /// How far the median lies from `ns`, as a share of that.
    double distance(double ns) {
        return median / ns - 1;
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
    }
}
