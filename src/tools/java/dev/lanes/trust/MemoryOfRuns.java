package dev.lanes.trust;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// The memory of a server that measures one quick run after another: what its heap keeps after a collection, and what
/// its process takes.
final class MemoryOfRuns {
    private static final int READINGS = 6;
    private static final double MIB = 1 << 20;
    private static final String REQUEST = "{\"experiment\": \"row-vs-column\", \"params\": {\"size\": 512}, "
            + "\"variants\": [\"by-columns\", \"by-rows\"], \"effort\": \"quick\"}";

    private final PackagedServer server;

    MemoryOfRuns(PackagedServer server) {
        this.server = server;
    }

    /// A table as Markdown, with a reading after every sixth of the time.
    String watch(Duration time) throws Exception {
        StringBuilder rows = new StringBuilder(row(0, 0));
        int runs = 0;
        long begin = System.nanoTime();
        for (int reading = 1; reading <= READINGS; reading++) {
            while (System.nanoTime() - begin < time.toNanos() * reading / READINGS) {
                server.measure(REQUEST);
                runs++;
            }
            rows.append(row((System.nanoTime() - begin) / 60e9, runs));
        }
        return """
                Runs without a pause, of which the server remembers the latest 100:

                | minutes | runs so far | heap after a collection | resident |
                |---|---|---|---|
                %s""".formatted(rows);
    }

    private String row(double minutes, int runs) throws Exception {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()), "GC.run")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        return String.format(Locale.ROOT, "| %.1f | %d | %.1f MB | %.0f MB |%n", minutes, runs, heap() / MIB, resident());
    }

    /// In bytes, over all parts of the heap.
    private double heap() throws IOException, InterruptedException {
        String metrics = server.http().send(
                HttpRequest.newBuilder(server.uri("http", "/q/metrics")).header("Accept", "text/plain").build(),
                BodyHandlers.ofString()).body();
        return metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst().orElse(Double.NaN);
    }
}
