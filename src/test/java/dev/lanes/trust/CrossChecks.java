package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Repeats the cross-checks of `docs/trust.md` and writes their table into it; see there for the command.
///
/// With `--tiny` it measures next to nothing and writes a copy under `target` instead, to see that the checks work.
/// The exit code is 1 where a line does not hold.
public final class CrossChecks {
    private static final Path DOCUMENT = Path.of("docs/trust.md");
    private static final Path TINY_DOCUMENT = Path.of("target/trust-tiny.md");
    private static final String BEGIN = "<!-- cross-checks: written by CrossChecks -->\n";
    private static final String END = "<!-- cross-checks: end -->";
    private static final List<Check> CHECKS = List.of(
            new TheSameRunAgain(), new IdenticalCode(), new ABusyCore(), new ManyWatchers(),
            new AgainstJmhsCommandLine());

    private CrossChecks() {}

    public static void main(String[] arguments) throws Exception {
        boolean tiny = List.of(arguments).equals(List.of("--tiny"));
        if (arguments.length > 0 && !tiny) {
            throw new IllegalArgumentException("Only --tiny is understood");
        }
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "cross-checks-");
        List<Line> lines = new ArrayList<>();
        String machine;
        try (PackagedServer server = PackagedServer.start(folder)) {
            machine = inWords(server.get("/api/machine"));
            for (Check check : CHECKS) {
                Line line = outcome(check, server, tiny ? Scale.TINY : Scale.FULL);
                System.out.println((line.holds() ? "holds  " : "FAILS  ") + line.check() + ": " + line.result());
                lines.add(line);
            }
        }
        if (tiny) {
            Files.copy(DOCUMENT, TINY_DOCUMENT, StandardCopyOption.REPLACE_EXISTING);
        }
        write(tiny ? TINY_DOCUMENT : DOCUMENT, machine, lines);
        long failing = lines.stream().filter(line -> !line.holds()).count();
        if (failing > 0) {
            System.err.printf("%d of %d cross-checks do not hold. What the processes printed is in %s.%n", failing,
                    lines.size(), folder);
        }
        System.exit(failing == 0 ? 0 : 1);
    }

    /// What a check cannot finish does not hold.
    private static Line outcome(Check check, PackagedServer server, Scale scale) throws InterruptedException {
        try {
            return check.run(server, scale);
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception problem) {
            problem.printStackTrace();
            return new Line(check.getClass().getSimpleName(), "could not be done", String.valueOf(problem), false);
        }
    }

    static String inWords(JsonNode machine) {
        return "%s, %d usable processors, %s, Java %s; %s".formatted(
                machine.required("cpuModel").asText(), machine.required("usableCpus").asInt(),
                machine.required("os").asText(), machine.required("javaVersion").asText(), LocalDate.now());
    }

    private static void write(Path document, String machine, List<Line> lines) throws IOException {
        String table = lines.stream().map(Line::asMarkdown).collect(Collectors.joining("\n"));
        new DocumentPart(document, BEGIN, END).write(
                machine + "\n\n| check | compared | result | holds |\n|---|---|---|---|\n" + table + "\n");
    }
}
