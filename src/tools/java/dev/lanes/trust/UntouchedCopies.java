package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Edits a variant of each of twenty experiments by a comment, and measures original and edit at quick effort: nothing
/// may differ. Tells how long it takes from the request to the first sample, too, and writes both into
/// `docs/results/editing.md`, which names the command. With names of experiments it prints those alone.
public final class UntouchedCopies {
    private static final Path DOCUMENT = Path.of("docs/results/editing.md");
    private static final String BEGIN = "<!-- untouched-copies: written by UntouchedCopies -->\n";
    private static final String END = "<!-- untouched-copies: end -->";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RUNS = 20;
    /// So long after a run another process waits for the next.
    private static final long PAUSE_MILLIS = 1_500;
    private static final int POLL_MILLIS = 20;
    private static final String ASKS = "";

    private UntouchedCopies() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "untouched-copies-");
        try (PackagedServer server = PackagedServer.start(folder, List.of("-Dlanes.workshop=true"))) {
            String token = call(server, ASKS, "/api/workshop", "").required("token").asText();
            List<Outcome> outcomes = new ArrayList<>();
            List<String> wanted = List.of(arguments);
            List<String> ids = server.experiments(wanted).stream()
                    .map(experiment -> experiment.required("id").asText())
                    .limit(RUNS)
                    .toList();
            for (String id : ids) {
                outcomes.add(outcome(server, token, id));
                System.out.println(outcomes.getLast().asRow());
            }
            if (wanted.isEmpty()) {
                new DocumentPart(DOCUMENT, BEGIN, END)
                        .write(CrossChecks.inWords(server.get("/api/machine")) + "\n\n" + table(outcomes));
            }
        }
    }

    /// How a run went.
    ///
    /// @param compiled seconds that compiling took
    /// @param firstSample seconds from the request to it
    /// @param seconds the whole run
    record Outcome(
            String experiment, String variant, double compiled, double firstSample, double seconds, double low,
            double high, String answer) {
        /// As the words of a speedup have it.
        boolean differs() {
            return answer.contains(" times faster") || answer.contains(" times slower");
        }

        String asRow() {
            return String.format(Locale.ROOT, "| `%s` | %s | %.2f | %.2f | %.1f | %.3f to %.3f | %s |", experiment, variant,
                    compiled, firstSample, seconds, low, high, answer);
        }
    }

    private static Outcome outcome(PackagedServer server, String token, String id) throws Exception {
        JsonNode experiment = server.get("/api/experiments/" + id);
        JsonNode variant = experiment.required("variants").valueStream()
                .filter(one -> one.required("execution").asText().equals("compiled"))
                .filter(one -> one.required("available").asBoolean())
                .filter(one -> !one.required("baseline").asBoolean())
                .findFirst().orElseThrow();
        String file = variant.required("code").required(0).required("file").asText();
        String text = server.get("/api/code?file=" + URLEncoder.encode(file, StandardCharsets.UTF_8))
                .required("text").asText();
        ObjectNode request = JSON.createObjectNode().put("experiment", id);
        request.putArray("edits").addObject().put("file", file).put("text", text + "// a copy\n");
        long begin = System.nanoTime();
        call(server, token, "/api/compilations", request.toString());
        double compiled = since(begin);
        Thread.sleep(PAUSE_MILLIS);

        request.put("effort", "quick");
        request.putArray("variants").add(variant.required("id").asText());
        if (variant.required("pooled").asBoolean()) {
            request.putArray("pools").add("platform");
            request.putArray("workers").add(experiment.at("/workers/allowed").get(0).asInt());
        }
        begin = System.nanoTime();
        String run = "/api/runs/" + call(server, token, "/api/runs", request.toString()).required("id").asText();
        while (!sampled(server, run)) {
            Thread.sleep(POLL_MILLIS);
        }
        double firstSample = since(begin);
        JsonNode known = server.awaitEnd(run);
        double seconds = since(begin);
        JsonNode edit = known.required("cases").valueStream()
                .filter(one -> one.path("edited").asBoolean()).findFirst().orElseThrow();
        return new Outcome(
                id, variant.required("id").asText(), compiled, firstSample, seconds,
                edit.at("/speedupOverOriginal/low").asDouble(), edit.at("/speedupOverOriginal/high").asDouble(),
                known.at("/verdict/editAnswer").asText());
    }

    private static boolean sampled(PackagedServer server, String run) throws IOException, InterruptedException {
        return server.get(run + "/events").required("events").valueStream()
                .map(event -> event.required("type").asText())
                .anyMatch(type -> type.equals("sample") || type.equals("failed"));
    }

    /// As this server's own page.
    ///
    /// @param token empty to ask for it
    private static JsonNode call(PackagedServer server, String token, String path, String body)
            throws IOException, InterruptedException {
        String own = server.uri("http", "").toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("http", path))
                .header("Sec-Fetch-Site", "same-origin").header("Origin", own);
        HttpRequest call = token.equals(ASKS)
                ? request.build()
                : request.header("Lanes-Workshop", token).header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)).build();
        HttpResponse<String> answer = server.http().send(call, BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static String table(List<Outcome> outcomes) {
        double[] first = outcomes.stream().mapToDouble(Outcome::firstSample).sorted().toArray();
        double[] compiled = outcomes.stream().mapToDouble(Outcome::compiled).sorted().toArray();
        return String.format(Locale.ROOT, """
                | what | figure |
                |---|---|
                | untouched copies without a clear difference | %d of %d |
                | compiling, median and longest | %.2f s, %.2f s |
                | request to first sample, median and longest | %.2f s, %.2f s |

                | experiment | variant | compiled, s | first sample, s | run, s | edit over original | in words |
                |---|---|---|---|---|---|---|
                """,
                outcomes.stream().filter(one -> !one.differs()).count(), outcomes.size(), compiled[compiled.length / 2],
                compiled[compiled.length - 1], first[first.length / 2], first[first.length - 1])
                + outcomes.stream().map(Outcome::asRow).collect(Collectors.joining("\n"));
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
