package dev.lanes.web.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.util.ListStatistics;

/// A result in the format of JMH's `-rf json`, for tools that read it. The statistics are JMH's own: the mean with its
/// 99.9 % interval. `forks` are those that ran; `rawData` has every measured iteration of each. What an operation
/// allocates is the secondary metric of JMH's own gc profiler. A result of an earlier version may not tell everything;
/// what it does not tell is left out.
public record JmhJson(JsonNode run, JsonNode experiment) {
    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final double CONFIDENCE = 0.999;
    private static final double[] PERCENTILES = {0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100};
    private static final String SOURCE = ".java";
    private static final Pattern NEXT_WORD = Pattern.compile("-(.)");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// One entry for every case that was measured.
    ///
    /// @param result `Result` of the protocol
    public static ArrayNode of(JsonNode result) {
        JmhJson json = new JmhJson(result.required("run"), result.required("experiment"));
        ArrayNode entries = NODES.arrayNode();
        json.run.path("cases").forEach(one -> {
            List<List<Double>> forks = forks(one);
            if (!forks.isEmpty()) {
                entries.add(json.entry(one, forks));
            }
        });
        return entries;
    }

    private JsonNode entry(JsonNode one, List<List<Double>> forks) {
        JsonNode variant = find(experiment.path("variants"), "id", one.path("variant").asText());
        JsonNode jvm = find(run.path("jvms"), "key", one.path("key").asText());
        boolean callByCall = !variant.path("execution").asText("compiled").equals("compiled");
        ObjectNode entry = NODES.objectNode();
        copy(run, "jmhVersion", entry);
        entry.put("benchmark", className() + "." + method(one.path("variant").asText()));
        entry.put("mode", callByCall ? "ss" : "avgt");
        entry.put("threads", 1);
        entry.put("forks", forks.size());
        copy(jvm, "jvm", entry);
        copy(jvm, "jvmArgs", entry);
        entry.set("jdkVersion", jvm.has("jdkVersion") ? jvm.get("jdkVersion") : run.path("machine").get("javaVersion"));
        entry.set("vmName", jvm.has("vmName") ? jvm.get("vmName") : run.path("machine").get("jvmName"));
        copy(jvm, "vmVersion", entry);
        if (one.has("iterations")) {
            entry.put("warmupIterations", warmups(one));
        }
        time(one, callByCall).ifPresent(time -> entry.put("warmupTime", time));
        // In older results the calls before a cold one were a warm-up iteration; now they are its set-up.
        int callsBefore = variant.path("callsBefore").asInt();
        boolean asWarmUp = warmups(one) > 0;
        entry.put("warmupBatchSize", asWarmUp ? Math.max(1, callsBefore) : 1);
        entry.put("measurementIterations", forks.getFirst().size());
        time(one, callByCall).ifPresent(time -> entry.put("measurementTime", time));
        entry.put("measurementBatchSize", 1);
        params(one, asWarmUp ? 0 : callsBefore, entry);
        entry.set("primaryMetric", metric(forks, "ns/op"));
        ObjectNode secondary = entry.putObject("secondaryMetrics");
        if (one.path("allocatedBytesPerOp").isNumber()) {
            secondary.set(ALLOCATION, metric(List.of(List.of(one.get("allocatedBytesPerOp").asDouble())), "B/op"));
        }
        return entry;
    }

    /// The measured times of each fork; of a case that tells no iterations, all its samples as of one.
    private static List<List<Double>> forks(JsonNode one) {
        Map<Integer, List<Double>> forks = one.path("iterations").valueStream()
                .filter(iteration -> iteration.path("phase").asText().equals("measure"))
                .collect(Collectors.groupingBy(iteration -> iteration.path("round").asInt(), TreeMap::new,
                        Collectors.mapping(iteration -> iteration.path("nsPerOp").asDouble(), Collectors.toList())));
        List<Double> samples = one.path("samples").valueStream().map(JsonNode::asDouble).toList();
        return forks.isEmpty() && !samples.isEmpty() ? List.of(samples) : List.copyOf(forks.values());
    }

    /// How long an iteration was to take, as JMH itself has it; empty if the result does not tell.
    private static Optional<String> time(JsonNode one, boolean callByCall) {
        return Optional.of(one.path("iterationMillis"))
                .filter(JsonNode::isNumber)
                .map(millis -> callByCall ? "single-shot" : millis.asInt() + " ms");
    }

    /// How many iterations of the first fork were for warming up.
    private static int warmups(JsonNode one) {
        int first = one.path("iterations").path(0).path("round").asInt();
        return (int) one.path("iterations").valueStream()
                .filter(iteration -> iteration.path("round").asInt() == first)
                .filter(iteration -> iteration.path("phase").asText().equals("warmup"))
                .count();
    }

    private void params(JsonNode one, int callsBefore, ObjectNode entry) {
        boolean pooled = !one.path("pool").asText("sequential").equals("sequential");
        JsonNode values = run.path("request").path("params");
        boolean edited = one.path("edited").asBoolean();
        if (values.isEmpty() && !pooled && callsBefore == 0 && !edited) {
            return;
        }
        ObjectNode params = entry.putObject("params");
        values.properties().forEach(value -> params.put(value.getKey(), value.getValue().asText()));
        if (one.has("at")) {
            params.put(run.path("request").path("sweep").path("param").asText(), one.get("at").asText());
        }
        if (edited) {
            params.put("code", "edited");
        }
        if (callsBefore > 0) {
            params.put("callsBefore", String.valueOf(callsBefore));
        }
        if (pooled) {
            params.put("pool", one.path("pool").asText().toUpperCase(Locale.ROOT));
            params.put("workers", one.path("workers").asText());
        }
    }

    /// The benchmark's class, by the file of its code; the experiment's id if no code is known.
    private String className() {
        for (JsonNode variant : experiment.path("variants")) {
            String file = find(variant.path("code"), "role", "variant").path("file").asText();
            if (file.endsWith(SOURCE)) {
                return file.substring(0, file.length() - SOURCE.length()).replace('/', '.');
            }
        }
        return experiment.path("id").asText();
    }

    /// The method of a variant: `chunk-per-worker` is `chunkPerWorker`.
    private static String method(String variant) {
        return NEXT_WORD.matcher(variant).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    private static JsonNode find(JsonNode all, String name, String value) {
        return all.valueStream()
                .filter(one -> one.path(name).asText().equals(value))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static void copy(JsonNode from, String name, ObjectNode to) {
        if (from.has(name)) {
            to.set(name, from.get(name));
        }
    }

    private static ObjectNode metric(List<List<Double>> forks, String unit) {
        ListStatistics statistics = new ListStatistics(
                forks.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray());
        ObjectNode metric = NODES.objectNode();
        put(metric, "score", statistics.getMean());
        put(metric, "scoreError", statistics.getMeanErrorAt(CONFIDENCE));
        ArrayNode interval = metric.putArray("scoreConfidence");
        for (double end : statistics.getConfidenceIntervalAt(CONFIDENCE)) {
            interval.add(number(end));
        }
        ObjectNode percentiles = metric.putObject("scorePercentiles");
        for (double percentile : PERCENTILES) {
            put(percentiles, String.valueOf(percentile), statistics.getPercentile(percentile));
        }
        metric.put("scoreUnit", unit);
        ArrayNode rawData = metric.putArray("rawData");
        for (List<Double> samples : forks) {
            ArrayNode fork = rawData.addArray();
            samples.forEach(fork::add);
        }
        return metric;
    }

    private static void put(ObjectNode node, String name, double value) {
        node.set(name, number(value));
    }

    /// JMH writes what JSON has no number for as text.
    private static JsonNode number(double value) {
        if (Double.isFinite(value)) {
            return NODES.numberNode(value);
        }
        return NODES.textNode(Double.isNaN(value) ? "NaN" : value > 0 ? "+INF" : "-INF");
    }
}
