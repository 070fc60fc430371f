package dev.lanes.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.lanes.event.EffortLevel;
import dev.lanes.event.Efforts;
import dev.lanes.event.EventLine;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
import dev.lanes.event.edit.Edited;
import dev.lanes.worker.Sums;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// The export and JMH's own file, held against one schema made from the source of `JSONResultFormat`.
class JmhJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(JmhJsonTest.class.getResourceAsStream("/jmh-result.schema.json"));
    private static final Plan PLAN = Plans.plan(
            "dev.lanes.worker.Sums",
            Map.of("count", "1000"),
            List.of(Plans.compiled("loop", "loop", "loop", Plan.Pool.SEQUENTIAL, 1),
                    Plans.compiled("shared-out/virtual/2", "shared-out", "sharedOut", Plan.Pool.VIRTUAL, 2)),
            Efforts.exactly(3, 4, 5, 100), 1);
    private static final List<double[]> LOOP =
            List.of(new double[] {10, 11, 12}, new double[] {13, 14.5}, new double[] {9});
    private static final List<double[]> SHARED_OUT = List.of(new double[] {20}, new double[] {21, 22});

    @TempDir
    Path folder;

    @Test
    @Tag("forked")
    void whatJmhItselfWritesSatisfiesTheSchema() throws Exception {
        Path file = folder.resolve("jmh.json");
        new Runner(new OptionsBuilder()
                        .include(Sums.class.getName() + "\\.(loop|formula)$")
                        .forks(2).warmupIterations(1).measurementIterations(2)
                        .warmupTime(TimeValue.milliseconds(10)).measurementTime(TimeValue.milliseconds(10))
                        .jvmArgs("-Xmx64m", "-Dsaid=with \"quotes\"")
                        .addProfiler(GCProfiler.class)
                        .resultFormat(ResultFormatType.JSON).result(file.toString())
                        .output(folder.resolve("log").toString())
                        .build())
                .run();

        JsonNode results = JSON.readTree(file.toFile());

        assertThat(results).hasSize(2);
        assertThat(results.get(0).get("secondaryMetrics")).isNotEmpty();
        assertThat(faults(results)).isEmpty();
        assertThat(names(results.get(0))).isEqualTo(names(export().get(0)));
    }

    @Test
    void theExportSatisfiesTheSchema() {
        assertThat(export()).hasSize(2);
        assertThat(faults(export())).isEmpty();
    }

    @Test
    void everyMeasuredIterationIsInTheExportForkByFork() {
        assertThat(raw(export().get(0))).isDeepEqualTo(LOOP.toArray(double[][]::new));
        assertThat(raw(export().get(1))).isDeepEqualTo(SHARED_OUT.toArray(double[][]::new));
        assertThat(export()).extracting(result -> result.get("forks").asInt()).containsExactly(3, 2);
    }

    @Test
    void aCaseIsExportedWithTheFlagsOfItsOwnForks() {
        assertThat(export()).extracting(result -> result.get("jvmArgs").get(0).asText())
                .containsExactly("-Dcase=loop", "-Dcase=shared-out/virtual/2");
    }

    @Test
    void callsThatAreTimedOneByOneAreExportedAsSingleShots() {
        Plan.Case cold = Plans.running(
                "loop", "loop", "loop", Plan.Pool.SEQUENTIAL, 1, Plan.Execution.FROM_COLD, 1000);
        Plan plan = Plans.plan(PLAN.experiment(), PLAN.params(), List.of(cold), PLAN.effort(), 1);
        ArrayNode results = JmhJson.of(told(plan, Stream.concat(
                        samples("loop", LOOP),
                        Stream.of(finished(jvm("loop"))))
                .toList()));

        assertThat(faults(results)).isEmpty();
        JsonNode result = results.get(0);
        assertThat(result.get("mode").asText()).isEqualTo("ss");
        assertThat(result.get("warmupIterations").asInt()).isEqualTo(1);
        assertThat(result.get("warmupBatchSize").asInt()).isEqualTo(1000);
        assertThat(result.get("measurementTime").asText()).isEqualTo("single-shot");
    }

    @Test
    void callsBeforeAColdOneAreAParameterIfTheyAreNoWarmUp() {
        Plan.Case cold = Plans.running(
                "loop", "loop", "loop", Plan.Pool.SEQUENTIAL, 1, Plan.Execution.FROM_COLD, 1000);
        Plan plan = Plans.plan(PLAN.experiment(), PLAN.params(), List.of(cold), PLAN.effort(), 1);
        ArrayNode results = JmhJson.of(told(plan, List.of(sample("loop", "measure", 1, 99), finished(jvm("loop")))));

        assertThat(faults(results)).isEmpty();
        assertThat(results.get(0).get("warmupBatchSize").asInt()).isEqualTo(1);
        assertThat(results.get(0).get("params").get("callsBefore").asText()).isEqualTo("1000");
    }

    @Test
    void whatAnOperationAllocatesIsExportedAsJmhsOwnProfilerHasIt() {
        ArrayNode results = JmhJson.of(told(PLAN, Stream.of(
                        samples("loop", LOOP), samples("shared-out/virtual/2", SHARED_OUT),
                        Stream.of(scored("loop", 16_001_336)),
                        Stream.of(finished(jvm("loop"), jvm("shared-out/virtual/2"))))
                .flatMap(lines -> lines)
                .toList()));

        assertThat(faults(results)).isEmpty();
        JsonNode allocation = results.get(0).get("secondaryMetrics").get("gc.alloc.rate.norm");
        assertThat(allocation.get("score").asDouble()).isEqualTo(16_001_336);
        assertThat(allocation.get("scoreUnit").asText()).isEqualTo("B/op");
        assertThat(results.get(1).get("secondaryMetrics")).isEmpty();
    }

    @Test
    void whatAnOlderResultDoesNotTellIsLeftOut() {
        ObjectNode result = told(LOOP, SHARED_OUT);
        ((ObjectNode) result.at("/run/cases/0")).remove(List.of("iterations", "iterationMillis"));

        JsonNode entry = JmhJson.of(result).get(0);

        assertThat(names(entry)).doesNotContain("warmupIterations", "warmupTime", "measurementTime");
        assertThat(raw(entry)).isDeepEqualTo(new double[][] {{10, 11, 12, 13, 14.5, 9}});
    }

    @Test
    void aFigureThatJsonHasNoNumberForIsWrittenAsJmhWritesIt() {
        JsonNode metric = JmhJson.of(told(List.of(new double[] {10}), List.of())).get(0).get("primaryMetric");

        assertThat(metric.get("scoreError").asText()).isEqualTo("NaN");
        assertThat(metric.get("scoreConfidence").get(0).asText()).isEqualTo("NaN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "jvmArgs", "vmVersion", "primaryMetric", "secondaryMetrics"})
    void theSchemaMissesAFieldThatIsLeftOut(String name) {
        ArrayNode results = export();
        ((ObjectNode) results.get(1)).remove(name);

        assertThat(faults(results)).isNotEmpty();
    }

    @Test
    void theSchemaFindsAFieldThatJmhDoesNotWrite() {
        ArrayNode results = export();
        ((ObjectNode) results.get(0)).put("seed", 1);

        assertThat(faults(results)).isNotEmpty();
    }

    private static Set<ValidationMessage> faults(JsonNode results) {
        return SCHEMA.validate(results);
    }

    private static List<String> names(JsonNode result) {
        return result.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static double[][] raw(JsonNode result) {
        return JSON.convertValue(result.get("primaryMetric").get("rawData"), double[][].class);
    }

    private static ArrayNode export() {
        return JmhJson.of(told(LOOP, SHARED_OUT));
    }

    @Test
    void anEditIsToldFromTheOriginal() {
        Plan.Case original = PLAN.cases().getFirst();
        Plan edited = PLAN.edited(
                new Edited(List.of(), Map.of(), false), List.of(original, original.ofEdit()));

        JsonNode results = JmhJson.of(told(edited, Stream.of(
                        samples("loop", LOOP), samples("loop@edit", LOOP), Stream.of(finished(jvm("loop"))))
                .flatMap(lines -> lines)
                .toList()));

        assertThat(results).hasSize(2);
        assertThat(results.get(0).at("/params/code").isMissingNode()).isTrue();
        assertThat(results.get(1).at("/params/code").asText()).isEqualTo("edited");
    }

    private static ObjectNode told(List<double[]> loop, List<double[]> sharedOut) {
        return told(PLAN, Stream.of(
                        samples("loop", loop),
                        samples("shared-out/virtual/2", sharedOut),
                        Stream.of(finished(jvm("loop"), jvm("shared-out/virtual/2"))))
                .flatMap(lines -> lines)
                .toList());
    }

    /// The result of a run whose worker printed these lines.
    private static ObjectNode told(Plan plan, List<String> lines) {
        Map<String, Long> params = new TreeMap<>();
        plan.params().forEach((name, value) -> params.put(name, Long.valueOf(value)));
        Run run = Run.asked(
                "told",
                new Run.Request("sums", params, List.of(), List.of(), List.of(), EffortLevel.QUICK, null, null, null),
                plan, Instant.EPOCH);
        for (String line : lines) {
            run = run.after(EventLine.read(line, RunEvent.class), Instant.EPOCH);
        }
        ObjectNode result = JSON.createObjectNode();
        result.set("run", JSON.valueToTree(run));
        ArrayNode variants = result.putObject("experiment").put("id", "sums").putArray("variants");
        for (Plan.Case one : plan.cases()) {
            ObjectNode variant = variants.addObject()
                    .put("id", one.variant())
                    .put("execution", one.execution().callByCall() ? "from-cold" : "compiled")
                    .put("callsBefore", one.callsBefore());
            variant.putArray("code").addObject()
                    .put("role", "variant").put("file", plan.experiment().replace('.', '/') + ".java");
        }
        return result;
    }

    private static Stream<String> samples(String key, List<double[]> forks) {
        return IntStream.range(0, forks.size()).boxed().flatMap(fork -> Stream.concat(
                Stream.of(sample(key, "warmup", fork + 1, 99)),
                DoubleStream.of(forks.get(fork)).mapToObj(nsPerOp -> sample(key, "measure", fork + 1, nsPerOp))));
    }

    private static String sample(String key, String phase, int round, double nsPerOp) {
        return ("{\"type\": \"sample\", \"key\": \"%s\", \"phase\": \"%s\", \"round\": %d, \"iteration\": 1, "
                        + "\"nsPerOp\": %s}")
                .formatted(key, phase, round, nsPerOp);
    }

    private static String scored(String key, double allocated) {
        return ("{\"type\": \"scored\", \"key\": \"%s\", \"allocatedBytesPerOp\": %s, \"score\": {\"median\": 11, "
                + "\"low\": 9, \"high\": 15, \"unit\": \"ns/op\", \"confidence\": 0.95, \"samples\": 6, \"forks\": 3}}")
                .formatted(key, allocated);
    }

    private static String finished(String... jvms) {
        return "{\"type\": \"finished\", \"jmhVersion\": \"1.37\", \"fits\": [], \"jvms\": [%s]}"
                .formatted(String.join(", ", jvms));
    }

    private static String jvm(String key) {
        return ("{\"key\": \"%s\", \"jvm\": \"/opt/java\", \"jvmArgs\": [\"-Dcase=%s\"], \"jdkVersion\": \"25\", "
                + "\"vmName\": \"VM\", \"vmVersion\": \"25+1\"}").formatted(key, key);
    }
}
