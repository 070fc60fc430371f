package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanes.guide.GuideRequest;
import dev.lanes.web.TextListener;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Asks a packaged server for every experiment as the run of the whole guide does, at quick effort, and tells how long
/// the claim's answer takes, what light it has, and which lights there are in the end. Writes that into
/// `docs/results/quick.md`, which names the command. With names of experiments it prints those alone.
public final class QuickAnswers {
    private static final Path DOCUMENT = Path.of("docs/results/quick.md");
    private static final String BEGIN = "<!-- quick-answers: written by QuickAnswers -->\n";
    private static final String END = "<!-- quick-answers: end -->";
    private static final ObjectMapper JSON = new ObjectMapper();
    /// So long after a run another process waits for the next.
    private static final long PAUSE_MILLIS = 1_500;
    /// Reasons of a light that tell of something else on the machine.
    private static final Set<String> DISTURBED = Set.of("steal", "other-programs", "busy-neighbour", "cpu-below-wall");

    private QuickAnswers() {}

    public static void main(String[] arguments) throws Exception {
        List<String> wanted = List.of(arguments);
        String steadiness = Steadiness.inWords();
        System.out.println(steadiness);
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "quick-answers-");
        try (PackagedServer server = PackagedServer.start(folder)) {
            Thread.sleep(2 * PAUSE_MILLIS);
            List<Course> courses = new ArrayList<>();
            for (JsonNode experiment : server.experiments(wanted)) {
                Course course = Course.of(
                        server, experiment.required("id").asText(), GuideRequest.of(experiment).toString());
                System.out.println(course.asRow());
                courses.add(course);
            }
            if (wanted.isEmpty()) {
                new DocumentPart(DOCUMENT, BEGIN, END)
                        .write(CrossChecks.inWords(server.get("/api/machine")) + "\n" + steadiness + "\n\n"
                                + tables(courses));
            }
        }
    }

    /// What is known of the cases at one moment of a run.
    ///
    /// @param seconds since the request
    /// @param lights of the cases, by key
    /// @param codes of what was found besides a good light, each with how often
    /// @param disturbed cases beside which something else was at work
    record Moment(double seconds, Map<String, String> lights, Map<String, Integer> codes, Set<String> disturbed) {
        static Moment of(double seconds, Map<String, JsonNode> trust) {
            Map<String, String> lights = new TreeMap<>();
            Map<String, Integer> codes = new TreeMap<>();
            trust.forEach((key, light) -> {
                String level = light.required("level").asText();
                lights.put(key, level);
                if (!level.equals("good")) {
                    codes.merge(light.at("/reasons/0/code").asText(), 1, Integer::sum);
                }
            });
            Set<String> disturbed = trust.keySet().stream()
                    .filter(key -> trust.get(key).required("reasons").valueStream()
                            .anyMatch(reason -> DISTURBED.contains(reason.required("code").asText())))
                    .collect(Collectors.toSet());
            return new Moment(seconds, lights, codes, disturbed);
        }

        boolean good() {
            return lights.values().stream().allMatch("good"::equals);
        }

        long goodCases() {
            return lights.values().stream().filter("good"::equals).count();
        }

        /// Of those that nothing disturbed.
        long goodUndisturbed() {
            return lights.entrySet().stream()
                    .filter(light -> light.getValue().equals("good") && !disturbed.contains(light.getKey()))
                    .count();
        }

        String asCells() {
            return String.format(Locale.ROOT, "%.1f | %d of %d | %s", seconds, goodCases(), lights.size(),
                    codes.entrySet().stream().map(code -> code.getKey() + " " + code.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }

    /// How a run went.
    ///
    /// @param firstSample seconds from the request to it
    /// @param answer when the claim's cases were measured; the end of a run that has no others
    record Course(String id, double firstSample, String outcome, Moment answer, Moment end) {

        static Course of(PackagedServer server, String id, String request) throws Exception {
            Events events = new Events();
            long begin = System.nanoTime();
            String run = server.submit(request);
            WebSocket socket = server.http().newWebSocketBuilder()
                    .buildAsync(server.uri("ws", run + "/events"), events).join();
            double firstSample = Double.NaN;
            String outcome = "";
            Map<String, JsonNode> trust = new HashMap<>();
            Moment answer = null;
            Moment end = null;
            while (end == null) {
                JsonNode event = JSON.readTree(events.next());
                double now = (System.nanoTime() - begin) / 1e9;
                switch (event.required("type").asText()) {
                    case "sample" -> firstSample = Double.isNaN(firstSample) ? now : firstSample;
                    case "scored" -> trust.put(event.required("key").asText(), event.required("trust"));
                    case "answered" -> answer = Moment.of(now, trust);
                    case "finished" -> {
                        outcome = event.at("/verdict/outcome").asText();
                        end = Moment.of(now, trust);
                    }
                    case "failed", "cancelled", "interrupted" -> {
                        outcome = event.toString();
                        end = Moment.of(now, trust);
                    }
                    default -> { }
                }
            }
            socket.abort();
            Thread.sleep(PAUSE_MILLIS);
            return new Course(id, firstSample, outcome, answer == null ? end : answer, end);
        }

        String asRow() {
            return String.format(Locale.ROOT, "| `%s` | %s | %.2f | %s | %s |",
                    id, outcome, firstSample, answer.asCells(), end.asCells());
        }
    }

    private static String tables(List<Course> courses) {
        long cases = courses.stream().mapToLong(one -> one.end().lights().size()).sum();
        long good = courses.stream().mapToLong(one -> one.end().goodUndisturbed()).sum();
        long undisturbed = cases - courses.stream().mapToLong(one -> one.end().disturbed().size()).sum();
        return String.format(Locale.ROOT, """
                | what | figure |
                |---|---|
                | request to first sample, median | %.2f s |
                | request to the claim's answer, median | %.1f s |
                | claims answered with a good light within 12 s | %d of %d |
                | within 8 s | %d of %d |
                | claims answered within 12 s, whatever the light | %d of %d |
                | whole guide at quick effort | %.1f min |
                | its cases beside which nothing else was noticed | %d of %d |
                | of those with a good light | %d, %.0f %% |
                | its claims that cannot be told | %d |

                | experiment | outcome | first sample, s | answer, s | good lights then | otherwise | end, s | good lights then | otherwise |
                |---|---|---|---|---|---|---|---|---|
                %s
                """, median(courses, Course::firstSample), median(courses, one -> one.answer().seconds()),
                answered(courses, 12, true), courses.size(), answered(courses, 8, true), courses.size(),
                answered(courses, 12, false), courses.size(),
                courses.stream().mapToDouble(one -> one.end().seconds()).sum() / 60,
                undisturbed, cases, good, 100.0 * good / undisturbed,
                courses.stream().filter(one -> one.outcome().equals("CANNOT_TELL")).count(),
                courses.stream().map(Course::asRow).collect(Collectors.joining("\n")));
    }

    private static long answered(List<Course> courses, double seconds, boolean well) {
        return courses.stream()
                .filter(one -> one.answer().seconds() <= seconds && (one.answer().good() || !well))
                .count();
    }

    private static double median(List<Course> courses, ToDoubleFunction<Course> figure) {
        double[] sorted = courses.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /// Keeps every event as a text.
    static final class Events extends TextListener {
        private final BlockingQueue<String> all = new LinkedBlockingQueue<>();

        /// The next one, once it is there.
        String next() throws InterruptedException {
            return all.take();
        }

        @Override
        protected void text(String whole) {
            all.add(whole);
        }
    }
}
