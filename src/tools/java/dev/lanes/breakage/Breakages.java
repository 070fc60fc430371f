package dev.lanes.breakage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// A tool that breaks one line of the product at a time and sees whether the tests notice. The breakages are listed in
/// `breakages.txt`; each is made in a clone of the last commit, and its outcome becomes a row of the table in
/// `docs/results`. Started from the project's folder:
///
/// ```
/// java src/tools/java/dev/lanes/breakage/Breakages.java [--all] [words of the breakages' names or files]
/// ```
///
/// Without `--all` only the test classes that the list names are run. It is one file, so that Java starts it as it is.
public final class Breakages {
    static final Path LIST = Path.of("src/test/resources/breakages.txt");
    static final Path TABLE = Path.of("docs/results/breakages.md");

    private static final Path CLONE = Path.of("target/breakages");
    private static final Path LOG = Path.of("target/breakages.log");
    private static final List<String> QUICK_COMMAND = List.of("./mvnw", "-q", "verify");
    /// A breakage changes nothing that other files see, so only its own file is compiled.
    private static final String ONLY_WHAT_CHANGED = "-Dmaven.compiler.useIncrementalCompilation=false";
    private static final long MOST_MINUTES = 30;

    private Breakages() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean all = words.remove("--all");
        List<Breakage> list = read(Files.readString(LIST));
        List<Breakage> chosen = list.stream()
                .filter(one -> words.isEmpty() || words.stream().anyMatch((one.name() + one.file())::contains))
                .toList();
        cloneTheLastCommit();
        Map<String, String> rows = rows(list);
        if (test(all ? QUICK_COMMAND : testsOf(chosen)) != Outcome.PASSED) {
            throw new IllegalStateException("The tests fail without a breakage, see " + LOG);
        }
        int missed = 0;
        for (Breakage one : chosen) {
            long start = System.nanoTime();
            Outcome outcome = tried(one, all);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            String row = row(one, outcome, seconds);
            System.out.println(row);
            rows.put(one.name(), row);
            missed += outcome == Outcome.CAUGHT ? 0 : 1;
            write(rows);
        }
        System.exit(missed == 0 ? 0 : 1);
    }

    /// One line to break.
    ///
    /// @param find stands exactly once in the file
    /// @param visitor what a visitor of the page would notice
    /// @param tests classes that must fail, as Maven's `-Dtest` takes them
    /// @param note about the test; empty if there is nothing to say
    record Breakage(
            String name, String file, String find, String replace, String visitor, String tests, String note) {

        /// The file's text with the line broken.
        ///
        /// @throws IllegalStateException if the entry is stale, because the text to break is not there just once
        String broken(String text) {
            int at = text.indexOf(find);
            if (at < 0 || text.indexOf(find, at + 1) >= 0) {
                throw new IllegalStateException("Stale: \"%s\" is not exactly once in %s".formatted(find, file));
            }
            return text.substring(0, at) + replace + text.substring(at + find.length());
        }
    }

    /// What the tests say about a breakage.
    enum Outcome {
        CAUGHT,
        PASSED,
        /// It does not compile, or no test was run.
        NO_TEST_FAILED,
        NO_END
    }

    /// The entries of a list: a line `key: value` for each part, and an empty line between entries. Blanks count, but
    /// for the one behind the colon.
    static List<Breakage> read(String text) {
        return Stream.of(text.split("\n\n+"))
                .filter(entry -> !entry.startsWith("#"))
                .map(entry -> entry.lines().map(line -> line.split(": ?", 2))
                        .collect(Collectors.toMap(part -> part[0], part -> part[1])))
                .map(parts -> new Breakage(
                        parts.get("name"), parts.get("file"), parts.get("find"), parts.get("replace"),
                        parts.get("visitor"), parts.get("tests"), parts.getOrDefault("note", "")))
                .toList();
    }

    private static Outcome tried(Breakage one, boolean all) throws Exception {
        Path file = CLONE.resolve(one.file());
        Files.writeString(file, one.broken(Files.readString(file)));
        try {
            return test(all ? QUICK_COMMAND : testsOf(List.of(one)));
        } finally {
            run(new ProcessBuilder("git", "reset", "--quiet", "--hard").directory(CLONE.toFile()));
        }
    }

    private static List<String> testsOf(List<Breakage> breakages) {
        String tests = breakages.stream().map(Breakage::tests).distinct().collect(Collectors.joining(","));
        return List.of("./mvnw", "-q", "test", ONLY_WHAT_CHANGED, "-Dtest=" + tests);
    }

    private static Outcome test(List<String> command) throws Exception {
        for (File report : reports(CLONE)) {
            Files.delete(report.toPath());
        }
        Process maven = new ProcessBuilder(command)
                .directory(CLONE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        boolean ended = maven.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        endWhatIsLeft();
        return ended ? outcome(maven.exitValue(), CLONE) : Outcome.NO_END;
    }

    /// Some breakages leave processes behind. Each of them has the clone's path in its command line.
    private static void endWhatIsLeft() {
        String path = CLONE.toAbsolutePath().toString();
        ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().filter(line -> line.contains(path)).isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }

    /// A build that fails without a failing test has not caught anything: it may not even have compiled.
    static Outcome outcome(int exitCode, Path project) throws Exception {
        if (exitCode == 0) {
            return Outcome.PASSED;
        }
        return failures(project).isEmpty() ? Outcome.NO_TEST_FAILED : Outcome.CAUGHT;
    }

    /// The tests that failed, as class and method, in alphabetical order.
    private static List<String> failures(Path project) throws Exception {
        List<String> failures = new ArrayList<>();
        for (File report : reports(project)) {
            NodeList cases = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report)
                    .getElementsByTagName("testcase");
            IntStream.range(0, cases.getLength()).mapToObj(at -> (Element) cases.item(at))
                    .filter(one -> Stream.of("failure", "error")
                            .anyMatch(kind -> one.getElementsByTagName(kind).getLength() > 0))
                    .map(one -> one.getAttribute("classname").replaceAll(".*\\.", "") + "."
                            + one.getAttribute("name").replaceAll("[({\\[].*", ""))
                    .forEach(failures::add);
        }
        return failures.stream().distinct().sorted().toList();
    }

    private static List<File> reports(Path project) {
        return Stream.of("surefire-reports", "failsafe-reports")
                .map(folder -> project.resolve("target").resolve(folder).toFile()
                        .listFiles((parent, name) -> name.startsWith("TEST-")))
                .filter(files -> files != null)
                .flatMap(Arrays::stream)
                .toList();
    }

    /// Made once and brought up to date later, as it holds what was compiled.
    private static void cloneTheLastCommit() throws Exception {
        if (!Files.exists(CLONE)) {
            run(new ProcessBuilder("git", "clone", "--quiet", "--shared", ".", CLONE.toString()));
        }
        run(new ProcessBuilder("git", "fetch", "--quiet", "origin", "HEAD").directory(CLONE.toFile()));
        run(new ProcessBuilder("git", "reset", "--quiet", "--hard", "FETCH_HEAD").directory(CLONE.toFile()));
    }

    private static void run(ProcessBuilder command) throws IOException, InterruptedException {
        if (command.inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command.command()) + " failed");
        }
    }

    /// The rows of the table by the name of their breakage: those that are not tried now stay as they are.
    private static Map<String, String> rows(List<Breakage> list) throws IOException {
        List<String> known = Files.exists(TABLE) ? Files.readAllLines(TABLE) : List.of();
        Map<String, String> rows = new LinkedHashMap<>();
        for (Breakage one : list) {
            known.stream().filter(line -> line.startsWith("| " + one.name() + " |"))
                    .forEach(line -> rows.put(one.name(), line));
            rows.putIfAbsent(one.name(), "| %s | %s | not tried yet | | |".formatted(one.name(), one.visitor()));
        }
        return rows;
    }

    private static String row(Breakage one, Outcome outcome, long seconds) throws Exception {
        List<String> failures = failures(CLONE);
        String caughtBy = switch (outcome) {
            case CAUGHT -> "`%s`%s".formatted(
                    failures.get(0), failures.size() == 1 ? "" : " and %s more".formatted(failures.size() - 1));
            case PASSED -> "**missed**";
            case NO_TEST_FAILED -> "**no test failed, but the build did**";
            case NO_END -> "**the tests did not end**";
        };
        return String.format(Locale.ROOT, "| %s | %s | %s | %d | %s |",
                one.name(), one.visitor(), caughtBy, seconds, one.note());
    }

    private static void write(Map<String, String> rows) throws IOException {
        long caught = rows.values().stream().filter(row -> row.contains("| `")).count();
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, """
                # Breakages

                One line of the product is broken at a time, and the tests of the quick command have to notice: %s of %s
                breakages are caught. [CONTRIBUTING.md](../../CONTRIBUTING.md) says how to write this table anew;
                `%s` has each line and what it is replaced with. Seconds are those of the
                tests that the list names, with the build, on a machine that had other work.

                | breakage | what a visitor would notice | caught by | seconds | note |
                |---|---|---|---|---|
                %s
                """.formatted(caught, rows.size(), LIST, String.join("\n", rows.values())));
    }
}
