package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.guide.GuideRequest;
import java.io.IOException;
import java.math.MathContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
            for (JsonNode experiment : server.experiments(wanted)) {
                rows.add(Row.of(server, GuideRequest.of(experiment)));
                System.out.println(rows.getLast().asMarkdown());
                if (wanted.isEmpty()) {
                    new DocumentPart(DOCUMENT, BEGIN, END).write(machine + "\n\n" + tables(rows));
                }
            }
        }
    }

    /// What a run said of its claim: the speedup that it judged, and its cases by key.
    private record Answer(JsonNode speedup, Map<String, MeasuredCase> cases) {

        /// Asks for the run and waits for the answer; what would be measured after it is cancelled.
        static Answer of(PackagedServer server, ObjectNode request) throws IOException, InterruptedException {
            String run = server.submit(request.toString());
            QuickAnswers.Events events = new QuickAnswers.Events();
            WebSocket socket = server.http().newWebSocketBuilder()
                    .buildAsync(server.uri("ws", run + "/events"), events).join();
            Map<String, MeasuredCase> cases = new HashMap<>();
            while (true) {
                JsonNode event = JSON.readTree(events.next());
                switch (event.required("type").asText()) {
                    case "scored" -> cases.put(event.required("key").asText(), MeasuredCase.of(event));
                    case "answered", "finished" -> {
                        socket.abort();
                        server.http().send(
                                HttpRequest.newBuilder(server.uri("http", run)).DELETE().build(), BodyHandlers.discarding());
                        server.awaitEnd(run);
                        return new Answer(event.at("/verdict/measuredSpeedup"), cases);
                    }
                    case "failed", "cancelled", "interrupted" -> throw new IOException(run + " ended as " + event);
                    default -> { }
                }
            }
        }

        boolean good() {
            return cases.values().stream().allMatch(one -> one.light().equals("good"));
        }

        /// Whether the interval of its speedup holds that ratio.
        boolean covers(double ratio) {
            return speedup.required("low").asDouble() <= ratio && ratio <= speedup.required("high").asDouble();
        }
    }

    /// An experiment's answers.
    private record Row(String id, Answer thorough, List<Answer> quick) {

        static Row of(PackagedServer server, ObjectNode request) throws IOException, InterruptedException {
            List<Answer> quick = new ArrayList<>(List.of(Answer.of(server, request)));
            Answer thorough = Answer.of(server, atThoroughEffort(request, quick.getFirst().cases().keySet().stream()));
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
                            .map(one -> one.covers(thorough.speedup().required("value").asDouble()))
                            .toList();
        }

        /// The same of the cases' times.
        List<Boolean> ofTimes() {
            return quick.stream()
                    .flatMap(one -> one.cases().values().stream())
                    .filter(one -> thorough.cases().containsKey(one.key()))
                    .map(one -> one.covers(thorough.cases().get(one.key()).median()))
                    .toList();
        }

        String asMarkdown() {
            return "| `%s` | %s | %s | %s | %s |".formatted(
                    id, interval(thorough.speedup()),
                    quick.stream().map(one -> interval(one.speedup())).collect(Collectors.joining(", ")),
                    count(ofSpeedup(false)), count(ofTimes()));
        }

        private static String interval(JsonNode speedup) {
            return !speedup.isObject() ? "-" : "%s (%s to %s)".formatted(
                    digits(speedup.required("value")), digits(speedup.required("low")),
                    digits(speedup.required("high")));
        }

        /// Three that count.
        private static String digits(JsonNode number) {
            return number.decimalValue().round(new MathContext(3)).toPlainString();
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
