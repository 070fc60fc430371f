package dev.lanes.trust;

import dev.lanes.engine.RedisServer;
import dev.lanes.engine.SteadyMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Many watchers of one run at two fronts: whether each gets every event, and how late. It writes its
/// part of `docs/results/several-machines.md`; see there for the command.
///
/// `--watchers 1500 --rate 50 --events 500` are what it does without words. Fronts, engine, machine and watchers are
/// all on this machine.
public final class SeveralFronts {
    private static final String KIND = "2-x86_64";
    private static final String RUN = "{\"experiment\": \"row-vs-column\", \"effort\": \"quick\"}";

    private SeveralFronts() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        int watchers = number(words, "--watchers", 1500);
        int rate = number(words, "--rate", 50);
        int events = number(words, "--events", 500);
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "several-fronts-");
        try (RedisServer engine = RedisServer.start();
                PackagedServer one = front(folder.resolve("one"), engine);
                PackagedServer other = front(folder.resolve("other"), engine);
                SteadyMachine machine = new SteadyMachine(
                        engine.url(), KIND, one.get("/api/machines").at("/0/build").asText(), events, rate)) {
            while (one.get("/api/machines").at("/0/machines").isEmpty()) {
                Thread.sleep(100);
            }
            // A front that has just been started is slow until its code is compiled.
            watched(List.of(one, other), watchers);
            Watched watched = watched(List.of(one, other), watchers);
            List<Long> late = watched.late();
            String text = """
                    %d processors.

                    | watchers at each front | events a second | each got without a gap \
                    | half within | 99 %% within | latest |
                    |---|---|---|---|---|---|
                    | %d | %d | 1 to %d | %d ms | %d ms | %d ms |""".formatted(
                            Runtime.getRuntime().availableProcessors(), watchers, rate, watched.lastSeq(),
                            late.get(late.size() / 2), late.get((int) (late.size() * 0.99)), late.getLast());
            new DocumentPart(
                            Path.of("docs/results/several-machines.md"),
                            "<!-- several fronts: written by SeveralFronts -->\n", "<!-- several fronts: end -->")
                    .write(text);
            System.out.println(text);
        }
    }

    /// @param late how long after it happened each event came to each watcher, in ms
    private record Watched(long lastSeq, List<Long> late) {}

    private static Watched watched(List<PackagedServer> fronts, int watchers) throws Exception {
        // Watchers come while another run is measured.
        fronts.getFirst().submit(RUN);
        String run = fronts.getFirst().submit(RUN);
        try (Crowd crowd = new Crowd()) {
            for (PackagedServer front : fronts) {
                crowd.join(front, run, watchers);
            }
            long lastSeq = fronts.getFirst().awaitEnd(run).required("lastSeq").asLong();
            List<Long> late = crowd.delays(lastSeq);
            late.sort(null);
            return new Watched(lastSeq, late);
        }
    }

    private static PackagedServer front(Path folder, RedisServer engine) throws Exception {
        return PackagedServer.start(Files.createDirectories(folder), List.of(
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx300m", "-Dlanes.role=front",
                "-Dlanes.engine.url=" + engine.url()));
    }

    private static int number(List<String> words, String name, int usual) {
        int at = words.indexOf(name);
        return at < 0 ? usual : Integer.parseInt(words.get(at + 1));
    }
}
