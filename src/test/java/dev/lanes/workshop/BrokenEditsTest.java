package dev.lanes.workshop;

import static dev.lanes.workshop.Workbench.FILE;
import static dev.lanes.workshop.Workbench.compiledHere;
import static dev.lanes.workshop.Workbench.replaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.BesideOthers;
import dev.lanes.event.RunEvent;
import dev.lanes.event.edit.Edit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Edits that go wrong in every way we could think of: each ends in a sentence at a place, or ends its own case only,
/// and leaves neither process nor folder.
@BesideOthers
@ResourceLock(BesideOthers.PROCESSES_OF_RUNS)
@Timeout(120)
class BrokenEditsTest {
    private static final String LOOP = "long sum = 0;\n        for (long number : numbers) {\n            sum += number;";
    private static final String FORMULA = "return (long) count * (count - 1) / 2;";
    private static final String WRONG = "return loop() + 1;";

    static Stream<Named<Edit>> refused() throws IOException {
        return Stream.of(
                edit("no semicolon", "long sum = 0;", "long sum = 0"),
                edit("an unknown name", FORMULA, "return numberOfThem;"),
                edit("a wrong type", FORMULA, "return \"text\";"),
                edit("no return", FORMULA, ""),
                edit("a brace too many", FORMULA, FORMULA + "}"),
                edit("a brace too few", "public long formula() {", "public long formula()"),
                whole("nothing", ""),
                whole("a comment", "// nothing here"),
                whole("another language", "def formula(): return 1"),
                edit("an open string", FORMULA, "return \"text.length();"),
                edit("a character that is none", FORMULA, "return \0;"),
                edit("half of a character", FORMULA, "return 1; // \ud83d"),
                edit("the other half", FORMULA, "return 1; // \ude00"),
                whole("a huge file", "/" + "*".repeat(Compiler.LARGEST_FILE) + "/"),
                edit("deep nesting", FORMULA, "return " + "(".repeat(9000) + "1" + ")".repeat(9000) + ";"),
                edit("a method that is too large", FORMULA, "long x = 0;" + "x += x * 31 + 77777L * x;".repeat(2500)
                        + "return x;"),
                edit("another package", "package dev.lanes.worker;", "package dev.lanes.other;"),
                edit("a package of the JDK", "package dev.lanes.worker;", "package java.lang;"),
                edit("another class name", "public class Sums", "class Others"),
                edit("a second class", "/// Sums that", "class Second {}\n/// Sums that"),
                edit("a class of another file", "/// Sums that", "class Worker {}\n/// Sums that"),
                edit("a method less", WRONG + "\n    }", WRONG + "\n    }", "public long wrong()", "long wronged()"),
                edit("another result", "public long formula()", "public double formula()"),
                edit("one parameter more", "public long formula()", "public long formula(Pooled pool)"),
                edit("a static method", "public long formula()", "public static long formula()",
                        FORMULA, "return 1;"),
                edit("a private method", "public long formula()", "private long formula()"),
                edit("a checked exception", "public long formula()", "public long formula() throws Exception"),
                edit("another parameter value", "@Param(\"1000\")", "@Param(\"2000\")"),
                edit("another range", "max = 100_000", "max = 200_000"),
                edit("no @Benchmark", "@Benchmark\n    @Variant(label = \"Formula\")", "@Variant(label = \"Formula\")"),
                edit("another label", "label = \"Formula\"", "label = \"Better formula\""),
                edit("a new variant", "@Benchmark\n    @Variant(label = \"Formula\")",
                        "@Benchmark\n    @Variant(label = \"New\")\n    public long another() { return 1; }\n"
                                + "    @Benchmark\n    @Variant(label = \"Formula\")"),
                edit("no set-up", "@Setup\n", ""),
                edit("another field type", "public int count;", "public long count;", "new long[count]",
                        "new long[(int) count]", "forEachChunk(count", "forEachChunk((int) count"),
                edit("no @State", "@State(Scope.Benchmark)", ""),
                edit("a final class", "public class Sums", "public final class Sums"),
                edit("a parent", "public class Sums", "public class Sums extends Thread"),
                edit("no constructor", "public int count;", "public int count;\n    public Sums(int one) {}"),
                edit("an internal class", FORMULA, "return jdk.internal.misc.Unsafe.getUnsafe().pageSize();"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedAtItsPlace(Edit edit) throws Exception {
        List<CodeProblem> problems = TextCheck.problem(edit).map(List::of).orElseGet(() -> {
            Compiled compiled = compiledHere(edit);
            assertThat(compiled.classes()).isEmpty();
            return compiled.problems();
        });

        assertThat(problems).isNotEmpty().anyMatch(CodeProblem::isError);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.text()).isNotBlank();
            assertThat(problem.file()).isEqualTo(FILE);
            assertThat(problem.line()).isBetween(1L, Math.max(1, edit.text().lines().count() + 1));
            assertThat(problem.column()).isPositive();
        });
    }

    @Test
    void aProcessCompilesAndTakesAllTheMemory() throws Exception {
        try (Compiler compiler = new Compiler(Workbench.command(), true, Compiler.LIMIT)) {
            for (Edit edit : List.of(replaced(FORMULA, "return 1"), replaced(FORMULA, "return 1;"))) {
                assertThat(compiler.compile(List.of(edit))).isEqualTo(compiledHere(edit));
            }
            assertThat(compiler.compile(List.of(replaced(FORMULA, doubling()))).problems()).singleElement()
                    .satisfies(problem -> assertThat(problem.text()).contains("memory"));
            assertThat(compiler.compile(List.of(replaced(FORMULA, "return 2;"))).ok()).isTrue();
        }
    }

    @Test
    void theCompilerIsEndedInTime() throws Exception {
        try (Compiler hasty = new Compiler(Workbench.command(), false, Duration.ofMillis(50))) {
            assertThat(hasty.compile(List.of(new Edit(FILE, Workbench.original()))).ok()).isFalse();
        }
        leavesNothing();
    }

    @Test
    void aProblemIsWhereItIs() throws Exception {
        Edit edit = replaced(FORMULA, "return numberOfThem;");
        int at = edit.text().indexOf("numberOfThem");
        long line = 1 + edit.text().substring(0, at).chars().filter(one -> one == '\n').count();
        long column = at - edit.text().lastIndexOf('\n', at);

        assertThat(compiledHere(edit).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.endColumn()).isEqualTo(column + "numberOfThem".length());
        });
    }

    @Test
    void aChangedShapeIsToldAtItsMember() throws Exception {
        Edit edit = replaced("public long formula()", "public double formula()");
        long line = 1 + edit.text().substring(0, edit.text().indexOf("public double formula()")).chars()
                .filter(one -> one == '\n').count();

        assertThat(compiledHere(edit).problems()).extracting(CodeProblem::line).contains(line);
    }

    @Test
    void whatOthersDoNotSeeMayChange() throws Exception {
        Compiled compiled = compiledHere(replaced(
                "private long[] numbers;", "private long[] numbers;\n    public long padding;\n"
                        + "    private record Pair(int a, int b) {}\n    private static final int SIZE = 4;",
                "public long formula()", "public synchronized long formula()",
                FORMULA, "return java.util.stream.LongStream.range(0, SIZE).map(x -> new Pair(1, 2).a()).sum();",
                "private static void standStill()", "private static void standStill(int more)",
                "standStill();", "standStill(1);"));

        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.classes()).containsKeys("dev/lanes/worker/Sums.class", "dev/lanes/worker/Sums$Pair.class");
    }

    @Test
    void theOthersGoOnWhenAnEditedCaseEndsBadly() throws Exception {
        Workbench.Outcome outcome = Workbench.measure(
                replaced(
                        LOOP, "long sum = 0;\n        while (count > 0) { sum++; }\n        for (long number : numbers) {"
                                + "\n            sum += number;",
                        FORMULA, "System.exit(0);\n" + FORMULA,
                        WRONG, "return (int) numbers[count];"),
                "loop", "formula", "wrong");

        assertThat(outcome.last()).isInstanceOf(RunEvent.Finished.class);
        assertThat(outcome.run().verdict().editAnswer()).isNotBlank();
        for (String method : List.of("loop", "formula", "wrong")) {
            assertThat(outcome.ofKey(method).score()).as(method).isNotNull();
            assertThat(outcome.ofKey(method).problem()).as(method).isNull();
            assertThat(outcome.ofKey(method).edited()).isFalse();
            assertThat(outcome.ofKey(method + "@edit").problem().title()).as(method).isNotBlank();
            assertThat(outcome.ofKey(method + "@edit").edited()).isTrue();
        }
        assertThat(outcome.ofKey("wrong@edit").problem().title()).contains("Sums.java:", "ArrayIndexOutOfBounds");
        leavesNothing();
    }

    @Test
    void anEditThatTakesAllItCanLeavesNothing() throws Exception {
        Workbench.Outcome outcome = Workbench.measure(
                replaced(
                        LOOP, "try {\n            new ProcessBuilder(\"sleep\", \"4711\").start();\n"
                                + "            java.nio.file.Files.writeString(java.nio.file.Path.of(\"left\"), \"x\");\n"
                                + "        } catch (java.io.IOException problem) {\n"
                                + "            throw new IllegalStateException(problem);\n        }\n"
                                + "        Runtime.getRuntime().halt(0);\n        " + LOOP,
                        FORMULA, "java.util.List<long[]> kept = new java.util.ArrayList<>();\n"
                                + "        while (true) { kept.add(new long[10_000_000]); }",
                        WRONG, "return wrong() + 1;"),
                "loop", "formula", "wrong");

        assertThat(outcome.last()).isInstanceOf(RunEvent.Finished.class);
        assertThat(Stream.of("loop", "formula", "wrong").map(method -> outcome.ofKey(method + "@edit").problem()))
                .doesNotContainNull();
        assertThat(outcome.ofKey("formula@edit").problem().title()).contains("memory");
        leavesNothing();
        assertThat(ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream()))
                .noneMatch(line -> line.contains("sleep 4711"));
    }

    @Test
    void theOutputIsComparedWithTheOriginalsWhateverTheEditChanges() throws Exception {
        Workbench.Outcome outcome = Workbench.measure(
                replaced("return sum;", "return sum + 1;", "numbers[i] = i;", "numbers[i] = i + 1 - 1;"),
                "loop", "formula");

        assertThat(outcome.ofKey("loop").correct()).isTrue();
        assertThat(outcome.ofKey("loop@edit").correct()).isFalse();
        assertThat(outcome.ofKey("formula@edit").correct()).isTrue();
        assertThat(outcome.ofKey("formula@edit").speedupOverOriginal()).isNotNull();
        assertThat(outcome.ofKey("formula").speedupOverOriginal()).isNull();
        assertThat(outcome.run().edits()).singleElement().extracting(Edit::file).isEqualTo(FILE);
        leavesNothing();
    }

    @Test
    void whatWasCompiledBeforeCanBeTheOriginal() throws Exception {
        Workbench.Outcome outcome = Workbench.measureBefore(replaced("return sum;", "return sum + 1;"), "loop");

        assertThat(outcome.ofKey("loop").correct()).isTrue();
        assertThat(outcome.ofKey("loop@edit").correct()).as("today's against what it was").isFalse();
    }

    /// Soon: runs of tests beside this one come and go.
    private static void leavesNothing() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(BrokenEditsTest::assertNothingIsLeft);
    }

    private static void assertNothingIsLeft() throws IOException {
        String own = "lanes-run-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith(own)).filter(Files::isDirectory))
                    .isEmpty();
        }
        assertThat(ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream()))
                .noneMatch(line -> line.contains(own) && line.contains("ForkedMain"));
    }

    private static Named<Edit> edit(String name, String... pairs) throws IOException {
        return Named.of(name, replaced(pairs));
    }

    private static Named<Edit> whole(String name, String text) {
        return Named.of(name, new Edit(FILE, text));
    }

    /// Each constant is twice as long as the one before.
    private static String doubling() {
        StringBuilder code = new StringBuilder("final String a0 = \"" + "x".repeat(1000) + "\";");
        IntStream.rangeClosed(1, 24).forEach(at -> code.append(
                "final String a%s = a%s + a%s;".formatted(at, at - 1, at - 1)));
        return code + "return a24.length();";
    }
}
