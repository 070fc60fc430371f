package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lanes.event.Speedup;
import dev.lanes.guide.GuideRequest;
import dev.lanes.stats.verdict.SpeedupWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Runs the whole guide at quick effort, as the page's button does, and writes what became of every claim into
/// `docs/measurements.md`; see there for the command.
///
/// The exit code is 1 where a run does not finish with a verdict, or an output is wrong that should not be.
public final class Claims {
    private static final DocumentPart PART = new DocumentPart(
            Path.of("docs/measurements.md"), "<!-- claims: written by Claims -->\n", "<!-- claims: end -->");
    private static final Map<String, String> OUTCOMES =
            Map.of("HOLDS", "holds", "DOES_NOT_HOLD", "does not hold", "CANNOT_TELL", "cannot tell");

    private Claims() {}

    /// What became of one claim.
    ///
    /// @param sound whether it ended with a verdict and with the outputs it should have
    private record Row(String markdown, double seconds, boolean sound) {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "claims-");
        List<Row> rows = new ArrayList<>();
        String machine;
        try (PackagedServer server = PackagedServer.start(folder)) {
            machine = CrossChecks.inWords(server.get("/api/machine"));
            for (JsonNode experiment : server.get("/api/experiments")) {
                Row row = row(server, experiment);
                System.out.println((row.sound() ? "sound  " : "FAILS  ") + row.markdown());
                rows.add(row);
            }
        }
        double minutes = rows.stream().mapToDouble(Row::seconds).sum() / 60;
        PART.write(("""
                %s

                | experiment | the guide's figure | here | the claim | outputs | seconds |
                |---|---|---|---|---|---|
                %s

                The whole guide at quick effort took %.1f minutes. Light of the measurement in brackets.
                """).formatted(machine, rows.stream().map(Row::markdown).collect(Collectors.joining("\n")), minutes));
        System.exit(rows.stream().allMatch(Row::sound) ? 0 : 1);
    }

    private static Row row(PackagedServer server, JsonNode experiment) throws Exception {
        long begin = System.nanoTime();
        JsonNode run = server.awaitEnd(server.submit(GuideRequest.of(experiment).toString()));
        double seconds = (System.nanoTime() - begin) / 1e9;
        JsonNode claim = experiment.required("claim");
        boolean ended = run.required("state").asText().equals("FINISHED");
        boolean sound = ended && outputsAreAsMeant(experiment, run);
        String markdown = "| `%s` | %s | %s | %s | %s | %.0f |".formatted(
                experiment.required("id").asText(), cell(claim.required("guideFigure").asText()),
                ended ? measured(run) : "–",
                ended ? OUTCOMES.get(run.required("verdict").required("outcome").asText())
                        : cell(run.path("problem").path("title").asText()),
                outputs(run), seconds);
        return new Row(markdown, seconds, sound);
    }

    private static String measured(JsonNode run) {
        JsonNode speedup = run.required("verdict").path("measuredSpeedup");
        String light = cases(run).stream()
                .map(one -> one.path("trust").path("level").asText())
                .max((one, other) -> Integer.compare(rank(one), rank(other)))
                .orElse("");
        if (!speedup.isObject()) {
            return "– (%s)".formatted(light);
        }
        Speedup value = new Speedup(
                speedup.required("value").asDouble(), speedup.required("low").asDouble(),
                speedup.required("high").asDouble());
        return "%s (%s)".formatted(SpeedupWords.of(value), light);
    }

    private static int rank(String light) {
        return List.of("", "good", "noisy", "doubtful").indexOf(light);
    }

    private static String outputs(JsonNode run) {
        List<JsonNode> wrong = cases(run).stream().filter(one -> !one.path("correct").asBoolean(false)).toList();
        return wrong.isEmpty() ? "agree" : wrong.stream()
                .map(one -> "%s: %s".formatted(one.required("key").asText(), one.path("check").path("text").asText()))
                .map(Claims::cell)
                .collect(Collectors.joining(", "));
    }

    private static boolean outputsAreAsMeant(JsonNode experiment, JsonNode run) {
        return cases(run).stream().allMatch(
                one -> one.path("correct").asBoolean(false) || GuideRequest.isMeantToBeWrong(experiment, one));
    }

    private static List<JsonNode> cases(JsonNode run) {
        return StreamSupport.stream(run.required("cases").spliterator(), false).toList();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
