package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanes.guide.GuideRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/// Asks a packaged server for every experiment as a visitor does who presses Run without a choice, and tells how long
/// the claim's answer takes and what light it has; then runs the whole guide at quick effort and counts its lights. Writes
/// both into `docs/results/quick.md`, which names the command. With names of experiments it prints those alone.
public final class QuickAnswers {
    private static final Path DOCUMENT = Path.of("docs/results/quick.md");
    private static final String BEGIN = "<!-- quick-answers: written by QuickAnswers -->\n";
    private static final String END = "<!-- quick-answers: end -->";
    private static final ObjectMapper JSON = new ObjectMapper();
    /// So long after a run another process waits for the next.
    private static final long PAUSE_MILLIS = 1_500;

    private QuickAnswers() {}

    public static void main(String[] arguments) throws Exception {
        List<String> wanted = List.of(arguments);
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "quick-answers-");
        try (PackagedServer server = PackagedServer.start(folder)) {
            Thread.sleep(2 * PAUSE_MILLIS);
            List<JsonNode> experiments = server.get("/api/experiments").valueStream()
                    .filter(one -> wanted.isEmpty() || wanted.contains(one.required("id").asText()))
                    .toList();
            List<Course> answers = new ArrayList<>();
            for (JsonNode experiment : experiments) {
                String id = experiment.required("id").asText();
                answers.add(print(Course.of(server, id, "{\"experiment\": \"%s\"}".formatted(id), true)));
            }
            List<Course> guide = new ArrayList<>();
            for (JsonNode experiment : experiments) {
                String id = experiment.required("id").asText();
                guide.add(print(Course.of(server, id, GuideRequest.of(experiment).toString(), false)));
            }
            if (wanted.isEmpty()) {
                new DocumentPart(DOCUMENT, BEGIN, END)
                        .write(CrossChecks.inWords(server.get("/api/machine")) + "\n\n" + tables(answers, guide));
            }
        }
    }

    /// How a run went.
    ///
    /// @param firstSample seconds from the request to it
    /// @param seconds from the request to the answer, or to the end if that was waited for
    /// @param lights of the cases, by key
    /// @param codes of what was found besides a good light, each with how often
    record Course(
            String id, double firstSample, double seconds, String outcome, Map<String, String> lights,
            Map<String, Integer> codes) {

        static Course of(PackagedServer server, String id, String request, boolean answerOnly) throws Exception {
            BlockingQueue<String> events = new LinkedBlockingQueue<>();
            long begin = System.nanoTime();
            String run = server.submit(request);
            WebSocket socket = server.http().newWebSocketBuilder()
                    .buildAsync(server.uri("ws", run + "/events"), new Events(events)).join();
            double firstSample = Double.NaN;
            String outcome = "";
            Map<String, String> lights = new TreeMap<>();
            Map<String, JsonNode> trust = new HashMap<>();
            for (String state = ""; state.isEmpty();) {
                JsonNode event = JSON.readTree(events.take());
                String type = event.required("type").asText();
                double now = (System.nanoTime() - begin) / 1e9;
                if (type.equals("sample") && Double.isNaN(firstSample)) {
                    firstSample = now;
                } else if (type.equals("scored")) {
                    trust.put(event.required("key").asText(), event.required("trust"));
                } else if (type.equals("finished") || type.equals("answered") && answerOnly) {
                    outcome = event.at("/verdict/outcome").asText();
                    state = type;
                } else if (List.of("failed", "cancelled", "interrupted").contains(type)) {
                    state = type;
                    outcome = event.toString();
                }
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            socket.abort();
            server.http().send(
                    HttpRequest.newBuilder(server.uri("http", run)).DELETE().build(), BodyHandlers.discarding());
            server.awaitEnd(run);
            Thread.sleep(PAUSE_MILLIS);
            Map<String, Integer> codes = new TreeMap<>();
            trust.forEach((key, light) -> {
                String level = light.required("level").asText();
                lights.put(key, level);
                if (!level.equals("good")) {
                    codes.merge(light.at("/reasons/0/code").asText(), 1, Integer::sum);
                }
            });
            return new Course(id, firstSample, seconds, outcome, lights, codes);
        }

        boolean good() {
            return lights.values().stream().allMatch("good"::equals);
        }

        long goodCases() {
            return lights.values().stream().filter("good"::equals).count();
        }

        String asRow() {
            return String.format(Locale.ROOT, "| `%s` | %.2f | %.1f | %s | %d of %d | %s |", id, firstSample, seconds,
                    outcome, goodCases(), lights.size(),
                    codes.entrySet().stream().map(code -> code.getKey() + " " + code.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }

    private static Course print(Course course) {
        System.out.println(course.asRow());
        return course;
    }

    private static String tables(List<Course> answers, List<Course> guide) {
        long within12 = answers.stream().filter(one -> one.good() && one.seconds() <= 12).count();
        long within8 = answers.stream().filter(one -> one.good() && one.seconds() <= 8).count();
        long cases = guide.stream().mapToLong(one -> one.lights().size()).sum();
        long good = guide.stream().mapToLong(Course::goodCases).sum();
        double minutes = guide.stream().mapToDouble(Course::seconds).sum() / 60;
        return String.format(Locale.ROOT, """
                | what | figure |
                |---|---|
                | request to first sample, median | %.2f s |
                | claims answered with a good light within 12 s | %d of %d |
                | within 8 s | %d of %d |
                | whole guide at quick effort | %.1f min |
                | its cases with a good light | %d of %d, %.0f %% |
                | its claims that cannot be told | %d |

                Each experiment as it comes, up to the answer:

                """, median(answers), within12, answers.size(), within8, answers.size(), minutes, good, cases,
                100.0 * good / cases, guide.stream().filter(one -> one.outcome().equals("CANNOT_TELL")).count())
                + table(answers) + "\nThe whole guide, up to the end:\n\n" + table(guide);
    }

    private static String table(List<Course> courses) {
        return "| experiment | first sample, s | s | outcome | good lights | otherwise |\n|---|---|---|---|---|---|\n"
                + courses.stream().map(Course::asRow).collect(Collectors.joining("\n")) + "\n";
    }

    private static double median(List<Course> courses) {
        double[] sorted = courses.stream().mapToDouble(Course::firstSample).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /// Every event as a text.
    private record Events(BlockingQueue<String> all, StringBuilder begun) implements WebSocket.Listener {
        Events(BlockingQueue<String> all) {
            this(all, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            begun.append(text);
            if (last) {
                all.add(begun.toString());
                begun.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
