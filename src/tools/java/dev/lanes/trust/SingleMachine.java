package dev.lanes.trust;

import dev.lanes.stats.Estimator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Starts the packaged app and another build of it in turns, both alone on their machine and without an engine, and
/// writes start time and memory of both into `docs/results/several-machines.md`. The argument is the other build's
/// `quarkus-run.jar`.
public final class SingleMachine {
    private static final Path DOCUMENT = Path.of("docs/results/several-machines.md");
    private static final String BEGIN = "<!-- single machine: written by SingleMachine -->\n";
    private static final String END = "<!-- single machine: end -->";
    private static final int STARTS = 9;
    private static final long SETTLED_MILLIS = 8_000;

    private SingleMachine() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "single-machine-");
        List<Start> before = new ArrayList<>();
        List<Start> now = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            before.add(Start.of(Path.of(arguments[0]), folder));
            now.add(Start.of(PackagedServer.JAR, folder));
            System.out.println(before.getLast() + " before, " + now.getLast() + " now");
        }
        new DocumentPart(DOCUMENT, BEGIN, END).write("""
                | %d starts in turns, medians | before | now |
                |---|---|---|
                | from the start of the process until it is ready, s | %.2f | %.2f |
                | resident memory %d s later, MB | %.0f | %.0f |
                """.formatted(
                STARTS, median(before, Start::seconds), median(now, Start::seconds), SETTLED_MILLIS / 1000,
                median(before, Start::megabytes), median(now, Start::megabytes)));
    }

    private record Start(double seconds, double megabytes) {
        static Start of(Path jar, Path folder) throws IOException, InterruptedException {
            long begin = System.nanoTime();
            try (PackagedServer server = PackagedServer.start(jar, folder, List.of())) {
                double seconds = (System.nanoTime() - begin) / 1e9;
                Thread.sleep(SETTLED_MILLIS);
                return new Start(seconds, resident(server.pid()));
            }
        }

        private static double resident(long pid) throws IOException {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .sum();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s and %.0f MB", seconds, megabytes);
        }
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        return Estimator.median(starts.stream().mapToDouble(figure).toArray());
    }
}
