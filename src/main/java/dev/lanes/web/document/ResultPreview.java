package dev.lanes.web.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.picture.Preview;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the preview of a link tells, taken from a result or an experiment.
public final class ResultPreview {
    private static final int MOST_BARS = 6;
    private static final int LENGTH_OF_A_DATE = 10;

    /// Units of a time, from the smallest, with their nanoseconds.
    private enum Unit {
        NS("ns", 1),
        US("µs", 1e3),
        MS("ms", 1e6),
        S("s", 1e9);

        private final String sign;
        private final double nanoseconds;

        Unit(String sign, double nanoseconds) {
            this.sign = sign;
            this.nanoseconds = nanoseconds;
        }

        /// The largest of which the time is at least one.
        static Unit of(double nanoseconds) {
            Unit found = NS;
            for (Unit unit : values()) {
                found = nanoseconds >= unit.nanoseconds ? unit : found;
            }
            return found;
        }
    }

    private ResultPreview() {}

    public static Preview ofExperiment(ExperimentCard card) {
        return new Preview(
                card.title(), card.question(), List.of(), "",
                "The claim: " + card.claim().text() + " Does it hold on your machine?",
                "Real Java side by side, measured live");
    }

    /// @param result as the protocol has it
    public static Preview ofResult(JsonNode result) {
        JsonNode experiment = result.required("experiment");
        JsonNode run = result.required("run");
        List<JsonNode> shown = shown(run, experiment);
        double most = shown.stream().mapToDouble(one -> one.path("score").path("high").asDouble()).max().orElse(1);
        Unit unit = Unit.of(most);
        Map<String, Integer> places = new HashMap<>();
        Map<String, String> labels = new HashMap<>();
        experiment.required("variants").forEach(variant -> {
            places.put(variant.required("id").asText(), places.size());
            labels.put(variant.required("id").asText(), variant.required("label").asText());
        });
        return new Preview(
                experiment.required("title").asText(), experiment.required("question").asText(),
                shown.stream().map(one -> bar(one, places, labels, unit)).toList(),
                unit.sign + " per operation, with the 95 % interval",
                said(run), source(run));
    }

    /// What came out of a run as the API tells it: what became of an edit, the answer, or in results of earlier
    /// versions the outcome.
    public static String said(JsonNode run) {
        JsonNode verdict = run.path("verdict");
        String told = verdict.path("answer").asText(verdict.path("text").asText(""));
        return verdict.path("editAnswer").asText(told);
    }

    /// What the machine of a run is called; it may be missing. Some ARM servers have no name of the processor.
    public static String machine(JsonNode run) {
        String model = run.path("machine").path("cpuModel").asText("").strip();
        String architecture = run.path("machine").path("architecture").asText("").strip();
        return !model.isEmpty() ? model : !architecture.isEmpty() ? architecture + " processor" : "an unknown machine";
    }

    /// The baseline and the claim's variant first to stay where there are too many; of a sweep the cases at the
    /// parameter's own value.
    private static List<JsonNode> shown(JsonNode run, JsonNode experiment) {
        List<JsonNode> measured = new ArrayList<>();
        JsonNode request = run.path("request");
        JsonNode own = request.path("params").path(request.path("sweep").path("param").asText());
        run.required("cases").forEach(one -> {
            if (one.has("score") && (!one.has("at") || one.get("at").equals(own))) {
                measured.add(one);
            }
        });
        String baseline = experiment.path("claim").path("baselineVariant").asText();
        String claimed = experiment.path("claim").path("claimVariant").asText();
        for (int at = measured.size() - 1; at >= 0 && measured.size() > MOST_BARS; at--) {
            String variant = measured.get(at).path("variant").asText();
            if (!variant.equals(baseline) && !variant.equals(claimed)) {
                measured.remove(at);
            }
        }
        return measured.subList(0, Math.min(MOST_BARS, measured.size()));
    }

    private static Preview.Bar bar(
            JsonNode one, Map<String, Integer> places, Map<String, String> labels, Unit unit) {
        String variant = one.required("variant").asText();
        String pool = one.path("pool").asText();
        String label = labels.getOrDefault(variant, variant) + (one.path("edited").asBoolean() ? " (edited)" : "");
        JsonNode score = one.required("score");
        return new Preview.Bar(
                pool.equals("sequential") ? label : "%s, %s %s".formatted(label, one.path("workers").asInt(), pool),
                score.required("median").asDouble() / unit.nanoseconds,
                score.required("low").asDouble() / unit.nanoseconds,
                score.required("high").asDouble() / unit.nanoseconds,
                places.getOrDefault(variant, 0));
    }

    private static String source(JsonNode run) {
        String day = run.path("endedAt").asText("");
        return "Measured on %s, %s cores%s".formatted(
                machine(run),
                run.path("machine").path("usableCpus").asInt(),
                day.length() < LENGTH_OF_A_DATE ? "" : ", " + day.substring(0, LENGTH_OF_A_DATE) + " (UTC)");
    }
}
