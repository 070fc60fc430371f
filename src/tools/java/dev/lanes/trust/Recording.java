package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.guide.GuideRequest;
import dev.lanes.worker.RecordedResult;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs the whole guide at standard effort on a packaged server and writes the results where the product takes its
/// recorded runs from, `src/main/resources/recorded`. The first argument names the machine, such as
/// `epyc-zen4-2-cores`; others are the experiments to record anew. CONTRIBUTING has the command.
///
/// The exit code is 1 where a run does not finish; it is left out.
public final class Recording {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final Pattern VERSION = Pattern.compile("<artifactId>lanes</artifactId>\\s*<version>([^<]+)<");

    private Recording() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0 || !arguments[0].matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("The first argument names the machine: lower case, digits and hyphens");
        }
        String machine = arguments[0];
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        Path temp = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "recording-");
        boolean complete = true;
        try (PackagedServer server = PackagedServer.start(temp, List.of("-Dlanes.ceilings=asked"))) {
            measureCeilings(server);
            ObjectNode entry = entry(machine, server.get("/api/machine"));
            for (JsonNode experiment : server.experiments(wanted)) {
                complete &= record(server, experiment, entry);
            }
        }
        System.exit(complete ? 0 : 1);
    }

    /// What the machine can do at most belongs to every result.
    private static void measureCeilings(PackagedServer server) throws IOException, InterruptedException {
        String path = "/api/machine/ceilings";
        server.http().send(
                HttpRequest.newBuilder(server.uri("http", path)).POST(BodyPublishers.noBody()).build(),
                BodyHandlers.discarding());
        while (server.get(path).required("state").asText().equals("MEASURING")) {
            Thread.sleep(500);
        }
        JsonNode known = server.get(path);
        if (!known.required("state").asText().equals("MEASURED")) {
            throw new IllegalStateException("The machine's peak is not known: " + known.path("problem"));
        }
    }

    /// What is known of the machine so far, with its card of today.
    private static ObjectNode entry(String id, JsonNode card) throws IOException {
        ObjectNode entry = (ObjectNode) index().valueStream()
                .filter(one -> one.required("id").asText().equals(id))
                .findFirst()
                .orElseGet(() -> JSON.createObjectNode().put("id", id).set("experiments", JSON.createArrayNode()));
        ObjectNode machine = card.deepCopy();
        machine.remove(List.of("serverJit", "mode"));
        entry.set("machine", machine);
        // What is recorded is judged by the rules of its day.
        entry.remove("judgedOn");
        return entry.put("recordedOn", LocalDate.now(ZoneOffset.UTC).toString());
    }

    private static boolean record(PackagedServer server, JsonNode listed, ObjectNode entry) throws Exception {
        String id = listed.required("id").asText();
        ObjectNode run = (ObjectNode) server.awaitEnd(
                server.submit(GuideRequest.of(listed).put("effort", "standard").toString()));
        run.remove(List.of("stored", "notStoredBecause"));
        boolean finished = run.required("state").asText().equals("FINISHED");
        System.out.println(id + ": " + run.path("verdict").path("text").asText(run.required("state").asText()));
        if (finished) {
            write(entry, id, run, server.get("/api/experiments/" + id));
        }
        return finished;
    }

    /// Both the result and the index, so that what was recorded counts even where the rest is never reached.
    private static void write(ObjectNode entry, String id, ObjectNode run, JsonNode experiment) throws IOException {
        String version = version();
        ObjectNode result = JSON.createObjectNode().put("version", 1).putNull("id");
        result.set("run", run);
        result.set("experiment", experiment);
        result.putObject("lanes").put("version", version);
        result.putNull("sharedAt").putNull("expiresAt");
        result.putObject("recorded")
                .put("machine", entry.required("machine").required("cpuModel").asText())
                .put("on", entry.required("recordedOn").asText());
        result.putNull("codeChanged");
        Path folder = Files.createDirectories(RecordedResult.FOLDER.resolve(entry.required("id").asText()));
        RecordedResult.write(folder.resolve(id + ".json.gz"), result);
        ObjectNode line = JSON.createObjectNode().put("id", id)
                .put("title", experiment.required("title").asText())
                .put("headline", run.path("verdict").path("answer").asText(run.path("verdict").path("text").asText(null)));
        replace((ArrayNode) entry.required("experiments"), line);
        ArrayNode index = index();
        replace(index, entry.put("lanesVersion", version));
        JSON.writeValue(RecordedResult.FOLDER.resolve("index.json").toFile(), index);
    }

    /// The project's, as the packaged server tells it in what it shares.
    private static String version() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(Path.of("pom.xml")));
        if (!version.find()) {
            throw new IOException("pom.xml names no version of lanes");
        }
        return version.group(1);
    }

    private static ArrayNode index() throws IOException {
        Path file = RecordedResult.FOLDER.resolve("index.json");
        return Files.exists(file) ? (ArrayNode) JSON.readTree(file.toFile()) : JSON.createArrayNode();
    }

    /// Puts the item in the place of the one with the same id, or at the end.
    private static void replace(ArrayNode items, ObjectNode item) {
        for (int at = 0; at < items.size(); at++) {
            if (items.get(at).required("id").equals(item.required("id"))) {
                items.set(at, item);
                return;
            }
        }
        items.add(item);
    }
}
