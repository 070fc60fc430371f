package dev.lanes.trust;

import dev.lanes.engine.RedisServer;
import dev.lanes.web.TextListener;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// The same quick run on a server alone, and on one that is front and machine with an engine between, in turn: whether
/// the intervals meet, and how long the first sample takes. It writes its part of `docs/results/several-machines.md`;
/// see there for the command.
public final class ThroughTheEngine {
    private static final String RUN = "{\"experiment\": \"row-vs-column\", \"params\": {\"size\": 512}, "
            + "\"variants\": [\"by-columns\", \"by-rows\"], \"effort\": \"quick\"}";
    private static final int PAIRS = 3;

    private ThroughTheEngine() {}

    private record Measured(List<MeasuredCase> cases, double firstSampleSeconds) {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "through-the-engine-");
        StringBuilder text = new StringBuilder("""
                | pair | case | alone, µs | through the engine, µs | do the intervals meet? \
                | first sample alone, s | through the engine, s |
                |---|---|---|---|---|---|---|
                """);
        try (RedisServer engine = RedisServer.start();
                PackagedServer alone = server(folder.resolve("alone"));
                PackagedServer front = server(
                        folder.resolve("front"), "-Dlanes.role=front", "-Dlanes.engine.url=" + engine.url());
                PackagedServer machine = server(
                        folder.resolve("machine"), "-Dlanes.role=measurer", "-Dlanes.engine.url=" + engine.url())) {
            while (!front.get("/api/machines").toString().contains("\"idle\"")) {
                Thread.sleep(100);
            }
            measured(alone);
            measured(front);
            for (int pair = 1; pair <= PAIRS; pair++) {
                Measured here = measured(alone);
                Measured there = measured(front);
                for (int at = 0; at < here.cases().size(); at++) {
                    MeasuredCase one = here.cases().get(at);
                    MeasuredCase other = there.cases().get(at);
                    text.append(String.format(
                            Locale.ROOT, "| %d | `%s` | %s | %s | %s | %.2f | %.2f |\n", pair, one.key(), micros(one),
                            micros(other), one.overlaps(other) ? "yes" : "no", here.firstSampleSeconds(),
                            there.firstSampleSeconds()));
                }
            }
        }
        new DocumentPart(
                        Path.of("docs/results/several-machines.md"),
                        "<!-- through the engine: written by ThroughTheEngine -->\n", "<!-- through the engine: end -->")
                .write(text.toString());
        System.out.println(text);
    }

    private static PackagedServer server(Path folder, String... settings) throws Exception {
        List<String> all = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx300m"));
        all.addAll(List.of(settings));
        return PackagedServer.start(Files.createDirectories(folder), all);
    }

    private static Measured measured(PackagedServer server) throws Exception {
        FirstSample first = new FirstSample();
        long askedAt = System.nanoTime();
        String run = server.submit(RUN);
        server.http().newWebSocketBuilder().buildAsync(server.uri("ws", run + "/events"), first).join();
        double seconds = (first.at.get() - askedAt) / 1e9;
        return new Measured(server.awaitCases(run), seconds);
    }

    private static String micros(MeasuredCase one) {
        return String.format(
                Locale.ROOT, "%.1f (%.1f to %.1f)", one.median() / 1000, one.low() / 1000, one.high() / 1000);
    }

    private static final class FirstSample extends TextListener {
        private final CompletableFuture<Long> at = new CompletableFuture<>();

        @Override
        protected void text(String whole) {
            if (whole.contains("\"type\":\"sample\"")) {
                at.complete(System.nanoTime());
            }
        }

        @Override
        public void onError(WebSocket socket, Throwable problem) {
            at.completeExceptionally(problem);
        }
    }
}
