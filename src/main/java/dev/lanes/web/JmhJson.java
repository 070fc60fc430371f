package dev.lanes.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.event.ForkJvm;
import dev.lanes.event.Plan;
import dev.lanes.run.RunSnapshot;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Version;

/// A finished run in the format of JMH's `-rf json`, for tools that read it. The statistics are JMH's own: the mean
/// with its 99.9 % interval. `forks` are those that ran; `rawData` has every measured iteration of each. What an
/// operation allocates is the secondary metric of JMH's own gc profiler.
final class JmhJson {
    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final double CONFIDENCE = 0.999;
    private static final double[] PERCENTILES = {0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100};

    private JmhJson() {}

    /// One entry for every case that was measured.
    static ArrayNode of(RunSnapshot run) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        run.cases().stream().filter(one -> !one.samples().isEmpty()).forEach(one -> entries.add(entry(run, one)));
        return entries;
    }

    private static JsonNode entry(RunSnapshot run, RunSnapshot.Case one) {
        Plan plan = run.planned().plan();
        Plan.Effort effort = plan.effort(one.plan());
        boolean callByCall = one.plan().execution().callByCall();
        // As JMH itself has it where an iteration is a call.
        String time = callByCall ? "single-shot" : effort.iterationMillis() + " ms";
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("jmhVersion", Version.getPlainVersion());
        entry.put("benchmark", plan.experiment() + "." + one.plan().method());
        entry.put("mode", callByCall ? "ss" : "avgt");
        entry.put("threads", 1);
        entry.put("forks", one.forks().size());
        ForkJvm jvm = jvm(run, one.plan().key());
        entry.put("jvm", jvm.jvm());
        ArrayNode arguments = entry.putArray("jvmArgs");
        jvm.jvmArgs().forEach(arguments::add);
        entry.put("jdkVersion", jvm.jdkVersion());
        entry.put("vmName", jvm.vmName());
        entry.put("vmVersion", jvm.vmVersion());
        entry.put("warmupIterations", effort.warmupIterations());
        entry.put("warmupTime", time);
        entry.put("warmupBatchSize", Math.max(1, one.plan().callsBefore()));
        entry.put("measurementIterations", effort.measureIterations());
        entry.put("measurementTime", time);
        entry.put("measurementBatchSize", 1);
        params(plan.params(), one.plan(), entry);
        entry.set("primaryMetric", metric(one.forks(), "ns/op"));
        ObjectNode secondary = entry.putObject("secondaryMetrics");
        if (one.allocatedBytesPerOp() != null) {
            secondary.set(ALLOCATION, metric(List.of(List.of(one.allocatedBytesPerOp())), "B/op"));
        }
        return entry;
    }

    private static ForkJvm jvm(RunSnapshot run, String key) {
        return run.jvms().stream().filter(jvm -> jvm.key().equals(key)).findFirst()
                .orElseThrow(() -> new IllegalStateException("No JVM is known of " + key));
    }

    private static void params(Map<String, String> values, Plan.Case plan, ObjectNode entry) {
        boolean pooled = plan.pool() != Plan.Pool.SEQUENTIAL;
        if (values.isEmpty() && !pooled) {
            return;
        }
        ObjectNode params = entry.putObject("params");
        values.forEach(params::put);
        if (pooled) {
            params.put("pool", plan.pool().name());
            params.put("workers", String.valueOf(plan.workers()));
        }
    }

    private static ObjectNode metric(List<List<Double>> forks, String unit) {
        ListStatistics statistics = new ListStatistics(
                forks.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray());
        ObjectNode metric = JsonNodeFactory.instance.objectNode();
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
            return JsonNodeFactory.instance.numberNode(value);
        }
        return JsonNodeFactory.instance.textNode(Double.isNaN(value) ? "NaN" : value > 0 ? "+INF" : "-INF");
    }
}
