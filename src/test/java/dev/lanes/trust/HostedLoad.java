package dev.lanes.trust;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Measures what a hosted server holds, and writes it into `docs/measurements.md`; see there for the command.
///
/// `--minutes 60` says how long its memory is watched. With `--tiny` it measures next to nothing and writes a copy under
/// `target` instead, to see that it works. Watchers and visitors run beside the server on the same machine, and what
/// they take is part of what is measured.
public final class HostedLoad {
    private static final Path DOCUMENT = Path.of("docs/measurements.md");
    private static final Path TINY_DOCUMENT = Path.of("target/measurements-tiny.md");
    private static final String BEGIN = "<!-- hosted: written by HostedLoad -->\n";
    private static final String END = "<!-- hosted: end -->";

    /// As started by the image, but for the limits of one client: all of these are on this machine.
    private static final List<String> SETTINGS = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms64m", "-Xmx300m", "-Dquarkus.profile=hosted",
            "-Dlanes.web.client.sockets=0", "-Dlanes.web.client.call-burst=0", "-Dlanes.web.client.run-burst=0");

    private HostedLoad() {}

    /// How much is asked of the server.
    private record Size(int watchers, int pairs, int visitors, String effort, Duration memory) {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        boolean tiny = words.contains("--tiny");
        int minutes = words.contains("--minutes") ? Integer.parseInt(words.get(words.indexOf("--minutes") + 1)) : 60;
        Size size = tiny
                ? new Size(20, 1, 5, "quick", Duration.ofSeconds(30))
                : new Size(500, 3, 50, "standard", Duration.ofMinutes(minutes));
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "hosted-load-");
        String machine;
        StringBuilder text = new StringBuilder();
        try (PackagedServer server = PackagedServer.start(folder, settings(folder))) {
            machine = CrossChecks.inWords(server.get("/api/machine"));
            text.append(told(new WatchedRuns(server, size.watchers(), size.effort()).compare(size.pairs())));
            text.append(told(new CrowdedQueue(server).fill(size.visitors())));
        }
        // A server of its own: its memory is to be that of the runs it measures, and not of what came before.
        try (PackagedServer server = PackagedServer.start(folder, settings(folder))) {
            text.append(told(new MemoryOfRuns(server).watch(size.memory())));
        }
        if (tiny) {
            Files.copy(DOCUMENT, TINY_DOCUMENT, StandardCopyOption.REPLACE_EXISTING);
        }
        new DocumentPart(tiny ? TINY_DOCUMENT : DOCUMENT, BEGIN, END).write(machine + "\n\n" + text);
        System.exit(0);
    }

    private static List<String> settings(Path folder) {
        return Stream.concat(SETTINGS.stream(), Stream.of("-Dlanes.data=" + folder.resolve("data"))).toList();
    }

    /// At once, for whoever waits.
    private static String told(String part) {
        System.out.println(part);
        return part;
    }
}
