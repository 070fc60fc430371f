package dev.lanes.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.options.AriaRole;
import dev.lanes.event.EffortLevel;
import dev.lanes.event.Plan;
import dev.lanes.event.Score;
import dev.lanes.stats.CaseSamples;
import dev.lanes.stats.Estimator;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Measures what `docs/measurements.md` tells, and prints its tables. It wants a quiet machine, a free port 8080, and
/// the app packaged; the document says how to start it.
public final class Measurements {
    private static final String ADDRESS = "http://localhost:8080";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final int REPEATS = 5;
    private static final int MOST_ATTEMPTS = 2;
    private static final List<String> IDS =
            List.of("triple-loop", "reordered-loop", "vector-api", "blocked-and-packed");
    private static final List<String> METHODS =
            List.of("tripleLoop", "reorderedLoop", "vectorApi", "blockedAndPacked");

    private Measurements() {}

    public static void main(String[] arguments) throws Exception {
        switch (String.join(" ", arguments)) {
            case "start" -> start();
            case "medians" -> sameMedians();
            default -> {
                waits();
                sameMedians();
            }
        }
    }

    private static void waits() throws Exception {
        System.out.println("| what | measured | of |\n|---|---|---|");
        start();
        Process server = startServer();
        try {
            firstSample();
            quickRun("row-vs-column", "a quick run of `row-vs-column`, 3 cases");
            quickRun("neural-batch", "a quick run of `neural-batch`, 17 cases: both pools, four worker counts");
        } finally {
            stop(server);
        }
    }

    /// Three ways to the same figures; every two intervals of a variant should meet.
    private static void sameMedians() throws Exception {
        System.out.println("\n| `matmul`, standard effort, ms | triple loop | reordered loop | Vector API | blocked |");
        System.out.println("|---|---|---|---|---|");
        List<List<Score>> ways = new ArrayList<>();
        Process server = startServer();
        try {
            ways.add(scores("packaged app"));
        } finally {
            stop(server);
        }
        Process dev = new ProcessBuilder(
                        "./mvnw", "-q", "quarkus:dev", "-Ddebug=false", "-Dquarkus.console.enabled=false",
                        "-Dlanes.ceilings=off")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            awaitReady();
            ways.add(scores("dev mode"));
        } finally {
            stop(dev);
        }
        ways.add(scoresOfJmh());
        System.out.println("| do all intervals meet? | " + IntStream.range(0, METHODS.size())
                .mapToObj(variant -> meet(ways.stream().map(way -> way.get(variant)).toList()) ? "yes" : "no")
                .collect(Collectors.joining(" | ")) + " |");
    }

    private static boolean meet(List<Score> scores) {
        double highestLow = scores.stream().mapToDouble(Score::low).max().orElseThrow();
        double lowestHigh = scores.stream().mapToDouble(Score::high).min().orElseThrow();
        return highestLow <= lowestHigh;
    }

    private static void start() throws Exception {
        double[] ready = new double[REPEATS];
        double[] resident = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long begin = System.nanoTime();
            Process server = startServer();
            ready[i] = (System.nanoTime() - begin) / 1e9;
            Thread.sleep(5_000);
            resident[i] = residentMegabytes(server.pid());
            stop(server);
        }
        row("packaged server, start to ready", ready, "s");
        row("packaged server, resident 5 s after that", resident, "MB");
    }

    /// From the click on Run to the first sample's arrival on the page.
    private static void firstSample() throws Exception {
        double[] seconds = new double[REPEATS];
        try (Chromium chromium = Chromium.start()) {
            for (int i = 0; i < REPEATS; i++) {
                seconds[i] = firstSample(chromium.browser().newPage());
            }
        }
        row("click on Run to the first sample on the page", seconds, "s");
    }

    private static double firstSample(Page page) {
        AtomicLong first = new AtomicLong();
        page.onWebSocket(socket -> socket.onFrameReceived((WebSocketFrame frame) -> {
            if (frame.text() != null && frame.text().contains("\"sample\"")) {
                first.compareAndSet(0, System.nanoTime());
            }
        }));
        page.navigate(ADDRESS + "/?v=1&section=5");
        Locator card = page.locator("#lab-row-vs-column");
        card.scrollIntoViewIfNeeded();
        card.locator(".run .go").waitFor();
        long click = System.nanoTime();
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run").setExact(true)).click();
        page.waitForCondition(() -> first.get() > 0);
        card.locator(".status[data-stage=finished]").waitFor();
        page.close();
        return (first.get() - click) / 1e9;
    }

    private static void quickRun(String experiment, String what) throws Exception {
        double[] seconds = new double[3];
        for (int i = 0; i < seconds.length; i++) {
            long begin = System.nanoTime();
            run("{\"experiment\": \"%s\", \"effort\": \"quick\"}".formatted(experiment));
            seconds[i] = (System.nanoTime() - begin) / 1e9;
        }
        row(what, seconds, "s");
    }

    /// As the server estimates them. A run that its own light warns of is measured again, a few times.
    private static List<Score> scores(String where) throws Exception {
        String variants = IDS.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
        JsonNode run = null;
        int attempts = 0;
        do {
            run = run("{\"experiment\": \"matmul\", \"effort\": \"standard\", \"variants\": [%s]}".formatted(variants));
            attempts++;
        } while (attempts < MOST_ATTEMPTS
                && !run.get("cases").findValuesAsText("level").stream().allMatch("good"::equals));
        List<Score> scores = new ArrayList<>();
        for (JsonNode one : run.get("cases")) {
            scores.add(JSON.treeToValue(one.get("score"), Score.class));
        }
        row(where + (attempts == 1 ? "" : ", attempt " + attempts), scores);
        return scores;
    }

    /// The same class, effort and flags under JMH's own command line, estimated as the server does.
    private static List<Score> scoresOfJmh() throws Exception {
        Plan.Effort effort = EffortLevel.STANDARD.effort();
        Path results = Files.createTempFile("jmh", ".json");
        new ProcessBuilder(JAVA, "--add-modules=jdk.incubator.vector", "-cp", System.getProperty("java.class.path"),
                        "org.openjdk.jmh.Main", "MatrixProduct.(" + String.join("|", METHODS) + ")$",
                        "-f", Integer.toString(effort.leastForks()), "-wi", Integer.toString(effort.warmupIterations()),
                        "-i", Integer.toString(effort.measureIterations()), "-w", effort.iterationMillis() + "ms",
                        "-r", effort.iterationMillis() + "ms", "-rf", "json", "-rff", results.toString(), "-jvmArgs",
                        "--add-modules=jdk.incubator.vector -Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0 "
                                + "-XX:+UseSerialGC -Xms1g -Xmx1g -XX:-UsePerfData")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start().waitFor();
        JsonNode table = JSON.readTree(results.toFile());
        List<Score> scores = METHODS.stream().map(method -> scoreOfJmh(byName(table, method))).toList();
        row("JMH's command line", scores);
        Files.delete(results);
        return scores;
    }

    private static Score scoreOfJmh(JsonNode result) {
        CaseSamples samples = CaseSamples.alone(Plan.Execution.COMPILED);
        for (JsonNode fork : result.get("primaryMetric").get("rawData")) {
            List<Iteration> iterations = new ArrayList<>();
            fork.forEach(time -> iterations.add(new Iteration(false, time.asDouble(), Map.of())));
            samples.add(new ForkSamples(iterations));
        }
        return Estimator.score(samples);
    }

    private static void row(String where, List<Score> scores) {
        System.out.println("| " + where + " | " + scores.stream()
                .map(score -> String.format(Locale.ROOT, "%.3f (%.3f to %.3f)",
                        score.median() / 1e6, score.low() / 1e6, score.high() / 1e6))
                .collect(Collectors.joining(" | ")) + " |");
    }

    private static JsonNode byName(JsonNode table, String variant) {
        for (JsonNode result : table) {
            if (result.get("benchmark").asText().endsWith("." + variant)) {
                return result;
            }
        }
        throw new IllegalStateException("JMH did not measure " + variant);
    }

    private static JsonNode run(String body) throws Exception {
        String id = JSON.readTree(HTTP.send(HttpRequest.newBuilder(URI.create(ADDRESS + "/api/runs"))
                        .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString()).body()).get("id").asText();
        while (true) {
            JsonNode run = JSON.readTree(get("/api/runs/" + id));
            if (!List.of("QUEUED", "RUNNING").contains(run.get("state").asText())) {
                return run;
            }
            Thread.sleep(200);
        }
    }

    private static Process startServer() throws Exception {
        Process server = new ProcessBuilder(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms64m",
                        "-Dlanes.data=target/measured-data", "-Dlanes.ceilings=off",
                        "-jar", "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true).redirectOutput(new File("target/measured-app.log")).start();
        awaitReady();
        return server;
    }

    private static void awaitReady() throws InterruptedException {
        while (true) {
            try {
                if (answer("/q/health/ready").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Nobody listens so far.
            }
            Thread.sleep(20);
        }
    }

    private static String get(String path) throws IOException, InterruptedException {
        return answer(path).body();
    }

    private static HttpResponse<String> answer(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(ADDRESS + path)).build(), BodyHandlers.ofString());
    }

    private static void stop(Process process) throws InterruptedException {
        List<ProcessHandle> tree = process.descendants().toList();
        process.destroy();
        process.waitFor();
        tree.forEach(ProcessHandle::destroy);
        Thread.sleep(2_000);
    }

    private static double residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst().orElse(Double.NaN);
    }

    private static void row(String what, double[] values, String unit) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT, "| %s | %.2f %s (%.2f to %.2f) | %d |%n", what, sorted[sorted.length / 2], unit,
                sorted[0], sorted[sorted.length - 1], sorted.length);
    }
}
