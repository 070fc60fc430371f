package dev.lanes.trust;

import dev.lanes.engine.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Measures what a hosted server holds, and writes it into `docs/measurements.md`; see there for the command.
///
/// `watchers`, `machine`, `queue` and `memory` name what to measure; without any, all are. `--minutes 60` says how long
/// memory is watched. With `--tiny` it measures next to nothing and writes a copy under `target` instead, to see that
/// it works. Watchers and visitors run beside the server on the same machine, and what they take is part of what is
/// measured.
public final class HostedLoad {
    private static final Path DOCUMENT = Path.of("docs/measurements.md");
    private static final Path TINY_DOCUMENT = Path.of("target/measurements-tiny.md");

    /// As started by the image, but for the limits of one client: all of these are on this machine.
    private static final List<String> SETTINGS = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms64m", "-Xmx300m", "-Dquarkus.profile=hosted",
            "-Dlanes.web.client.sockets=0", "-Dlanes.web.client.call-burst=0", "-Dlanes.web.client.run-burst=0");

    private HostedLoad() {}

    /// How much is asked of the server.
    private record Size(int watchers, int pairs, int visitors, String effort, Duration memory) {}

    /// One thing to measure on a server that has done nothing else.
    private enum Load {
        WATCHERS {
            @Override
            String measure(PackagedServer server, Size size) throws Exception {
                return new WatchedRuns(server, size.watchers(), size.effort()).compare(size.pairs());
            }
        },
        /// The same at a front, while a process of its own measures.
        MACHINE {
            @Override
            String measure(PackagedServer front, Size size) throws Exception {
                return WATCHERS.measure(front, size);
            }
        },
        QUEUE {
            @Override
            String measure(PackagedServer server, Size size) throws Exception {
                return new CrowdedQueue(server).fill(size.visitors());
            }
        },
        MEMORY {
            @Override
            String measure(PackagedServer server, Size size) throws Exception {
                return new MemoryOfRuns(server).watch(size.memory());
            }
        };

        /// What came out, as Markdown.
        abstract String measure(PackagedServer server, Size size) throws Exception;

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private DocumentPart in(Path document) {
            return new DocumentPart(document,
                    "<!-- hosted " + id() + ": written by HostedLoad -->\n", "<!-- hosted " + id() + ": end -->");
        }
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        boolean tiny = words.contains("--tiny");
        int minutes = words.contains("--minutes") ? Integer.parseInt(words.get(words.indexOf("--minutes") + 1)) : 60;
        Size size = tiny
                ? new Size(20, 1, 5, "quick", Duration.ofSeconds(30))
                : new Size(500, 3, 50, "standard", Duration.ofMinutes(minutes));
        if (tiny) {
            Files.copy(DOCUMENT, TINY_DOCUMENT, StandardCopyOption.REPLACE_EXISTING);
        }
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "hosted-load-");
        List<Load> named = Stream.of(Load.values()).filter(load -> words.contains(load.id())).toList();
        for (Load load : named.isEmpty() ? List.of(Load.values()) : named) {
            boolean apart = load == Load.MACHINE;
            try (RedisServer engine = apart ? RedisServer.start() : null;
                    PackagedServer machine = apart ? start(folder.resolve("measurer"), engine, "measurer") : null;
                    PackagedServer server = start(folder.resolve(load.id()), engine, apart ? "front" : "all")) {
                while (machine != null && !server.get("/api/machines").at("/0/machines/0/machine").isObject()) {
                    Thread.sleep(100);
                }
                String part = CrossChecks.inWords(server.get("/api/machine")) + "\n\n" + load.measure(server, size);
                System.out.println(part);
                load.in(tiny ? TINY_DOCUMENT : DOCUMENT).write(part);
            }
        }
        System.exit(0);
    }

    /// @param engine null if the server works alone
    private static PackagedServer start(Path folder, RedisServer engine, String role) throws Exception {
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.add("-Dlanes.data=" + folder.resolve("data"));
        if (engine != null) {
            settings.addAll(List.of("-Dlanes.role=" + role, "-Dlanes.engine.url=" + engine.url()));
        }
        return PackagedServer.start(Files.createDirectories(folder), settings);
    }
}
