package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.guide.GuideRequest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers every claim three times at quick effort and measures its cases once at thorough effort, between the first
/// answer and the second, and tells how often the quick intervals cover the thorough medians. Writes that into
/// `docs/results/quick.md`, which names the command, after every experiment. With names of experiments it prints those
/// alone.
public final class QuickAgainstThorough {
    private static final Path DOCUMENT = Path.of("docs/results/quick.md");
    private static final String BEGIN = "<!-- quick-against-thorough: written by QuickAgainstThorough -->\n";
    private static final String END = "<!-- quick-against-thorough: end -->";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TAKES = 3;

    private QuickAgainstThorough() {}

    public static void main(String[] arguments) throws Exception {
        List<String> wanted = List.of(arguments);
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "quick-against-thorough-");
        try (PackagedServer server = PackagedServer.start(folder)) {
            String machine = CrossChecks.inWords(server.get("/api/machine"));
            List<Row> rows = new ArrayList<>();
            for (JsonNode experiment : server.get("/api/experiments")) {
                if (wanted.isEmpty() || wanted.contains(experiment.required("id").asText())) {
                    rows.add(Row.of(server, GuideRequest.of(experiment)));
                    System.out.println(rows.getLast().asMarkdown());
                    System.out.println(rows.getLast());
                    if (wanted.isEmpty()) {
                        new DocumentPart(DOCUMENT, BEGIN, END).write(machine + "\n\n" + tables(rows));
                    }
                }
            }
        }
    }

    /// What a run said of its claim: the speedup that it judged, its cases' scores by key, in ns per operation, and
    /// whether all of their lights are good.
    private record Answer(JsonNode speedup, Map<String, JsonNode> scores, boolean good) {

        /// Asks for the run and waits for the answer; what would be measured after it is cancelled.
        static Answer of(PackagedServer server, ObjectNode request) throws IOException, InterruptedException {
            String run = server.submit(request.toString());
            QuickAnswers.Events events = new QuickAnswers.Events();
            WebSocket socket = server.http().newWebSocketBuilder()
                    .buildAsync(server.uri("ws", run + "/events"), events).join();
            Map<String, JsonNode> scores = new HashMap<>();
            Map<String, String> lights = new HashMap<>();
            while (true) {
                JsonNode event = JSON.readTree(events.next());
                switch (event.required("type").asText()) {
                    case "scored" -> {
                        scores.put(event.required("key").asText(), event.required("score"));
                        lights.put(event.required("key").asText(), event.at("/trust/level").asText());
                    }
                    case "answered", "finished" -> {
                        socket.abort();
                        server.http().send(
                                HttpRequest.newBuilder(server.uri("http", run)).DELETE().build(), BodyHandlers.discarding());
                        server.awaitEnd(run);
                        return new Answer(
                                event.at("/verdict/measuredSpeedup"), scores,
                                lights.values().stream().allMatch("good"::equals));
                    }
                    case "failed", "cancelled", "interrupted" -> throw new IOException(run + " ended as " + event);
                    default -> { }
                }
            }
        }
    }

    /// An experiment's answers.
    private record Row(String id, Answer thorough, List<Answer> quick) {

        static Row of(PackagedServer server, ObjectNode request) throws IOException, InterruptedException {
            List<Answer> quick = new ArrayList<>(List.of(Answer.of(server, request)));
            Answer thorough = Answer.of(server, atThoroughEffort(request, quick.getFirst().scores().keySet().stream()));
            while (quick.size() < TAKES) {
                quick.add(Answer.of(server, request));
            }
            return new Row(request.required("experiment").asText(), thorough, quick);
        }

        /// Of those cases alone, whose keys are "variant" or "variant/pool/workers".
        private static ObjectNode atThoroughEffort(ObjectNode quick, Stream<String> keys) {
            List<String[]> parts = keys.map(key -> key.split("/")).toList();
            ObjectNode request = quick.deepCopy().put("effort", "thorough");
            request.remove(List.of("pools", "workers"));
            request.set("variants", JSON.valueToTree(parts.stream().map(one -> one[0]).distinct().toList()));
            List<String[]> pooled = parts.stream().filter(one -> one.length > 1).toList();
            if (!pooled.isEmpty()) {
                request.set("pools", JSON.valueToTree(pooled.stream().map(one -> one[1]).distinct().toList()));
                request.set("workers", JSON.valueToTree(pooled.stream()
                        .map(one -> Integer.valueOf(one[2])).collect(Collectors.toCollection(TreeSet::new))));
            }
            return request;
        }

        /// Whether each quick interval of the speedup covers the thorough one's median; none where it is not told.
        ///
        /// @param good only those whose light is, on both sides
        List<Boolean> ofSpeedup(boolean good) {
            return !thorough.speedup().isObject() || good && !thorough.good()
                    ? List.of()
                    : quick.stream()
                            .filter(one -> one.speedup().isObject() && (one.good() || !good))
                            .map(one -> covers(one.speedup(), thorough.speedup().required("value").asDouble()))
                            .toList();
        }

        /// The same of the cases' times.
        List<Boolean> ofTimes() {
            return quick.stream()
                    .flatMap(one -> one.scores().entrySet().stream())
                    .filter(one -> thorough.scores().containsKey(one.getKey()))
                    .map(one -> covers(one.getValue(), thorough.scores().get(one.getKey()).required("median").asDouble()))
                    .toList();
        }

        private static boolean covers(JsonNode interval, double middle) {
            return interval.required("low").asDouble() <= middle && middle <= interval.required("high").asDouble();
        }

        String asMarkdown() {
            return "| `%s` | %s | %s | %s | %s |".formatted(
                    id, interval(thorough.speedup()),
                    quick.stream().map(one -> interval(one.speedup())).collect(Collectors.joining(", ")),
                    count(ofSpeedup(false)), count(ofTimes()));
        }

        private static String interval(JsonNode speedup) {
            return !speedup.isObject() ? "-" : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)",
                    speedup.required("value").asDouble(), speedup.required("low").asDouble(),
                    speedup.required("high").asDouble());
        }
    }

    private static String count(List<Boolean> covered) {
        return covered.stream().filter(one -> one).count() + " of " + covered.size();
    }

    private static String tables(List<Row> rows) {
        Map<String, List<Boolean>> all = new LinkedHashMap<>();
        all.put("quick intervals of the claims' speedups that cover the thorough median",
                rows.stream().flatMap(row -> row.ofSpeedup(false).stream()).toList());
        all.put("of those where all lights are good", rows.stream().flatMap(row -> row.ofSpeedup(true).stream()).toList());
        all.put("quick intervals of their cases' times that do",
                rows.stream().flatMap(row -> row.ofTimes().stream()).toList());
        return """
                | what | figure |
                |---|---|
                %s

                | experiment | thorough speedup | quick ones | cover its median | times that do |
                |---|---|---|---|---|
                %s
                """.formatted(
                all.entrySet().stream()
                        .map(one -> "| %s | %s |".formatted(one.getKey(), count(one.getValue())))
                        .collect(Collectors.joining("\n")),
                rows.stream().map(Row::asMarkdown).collect(Collectors.joining("\n")));
    }
}
