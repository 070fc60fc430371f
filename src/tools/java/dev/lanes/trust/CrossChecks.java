package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Repeats the cross-checks of `docs/trust.md` and writes their table into it; see there for the command.
///
/// With the names of checks, such as `ABusyCore`, it repeats only those and leaves the other lines as they stand. With
/// `--tiny` it measures next to nothing and writes a copy under `target` instead, to see that the checks work. The exit
/// code is 1 where a line does not hold.
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
        List<String> wanted = List.of(arguments);
        boolean tiny = wanted.equals(List.of("--tiny"));
        List<String> names = CHECKS.stream().map(check -> check.getClass().getSimpleName()).toList();
        if (!tiny && !names.containsAll(wanted)) {
            throw new IllegalArgumentException("Only --tiny and names of checks are understood: " + names);
        }
        List<Check> checks = CHECKS.stream()
                .filter(check -> tiny || wanted.isEmpty() || wanted.contains(check.getClass().getSimpleName()))
                .toList();
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "cross-checks-");
        List<Line> lines = new ArrayList<>();
        String machine;
        try (PackagedServer server = PackagedServer.start(folder)) {
            machine = inWords(server.get("/api/machine"));
            for (Check check : checks) {
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
            return new Line(check.name(), "could not be done", String.valueOf(problem), false);
        }
    }

    static String inWords(JsonNode machine) {
        return "%s, %d usable processors, %s, Java %s; %s".formatted(
                machine.required("cpuModel").asText(), machine.required("usableCpus").asInt(),
                machine.required("os").asText(), machine.required("javaVersion").asText(), LocalDate.now());
    }

    /// Lines of checks that were not repeated stay as they stand, in their places.
    private static void write(Path document, String machine, List<Line> lines) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        DocumentPart part = new DocumentPart(document, BEGIN, END);
        part.read().lines().filter(row -> row.matches("\\| [A-Z].*")).forEach(row -> rows.put(name(row), row));
        lines.forEach(line -> rows.put(name(line.asMarkdown()), line.asMarkdown()));
        part.write(machine + "\n\n| check | compared | result | holds |\n|---|---|---|---|\n"
                + String.join("\n", rows.values()) + "\n");
    }

    private static String name(String row) {
        return row.split("\\|")[1].strip();
    }
}
