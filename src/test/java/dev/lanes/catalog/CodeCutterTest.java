package dev.lanes.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeCutterTest {
    @TempDir
    Path root;

    private CodeCutter cutter;
    private long clock = 1_000_000;

    @BeforeEach
    void open() throws IOException {
        cutter = new CodeCutter(new Sources.OnDisk(List.of(root)));
        write("dev/lanes/kernel/dot/Dot.java", """
                package dev.lanes.kernel;

                public final class Dot {
                    /// The sum of products.
                    public static float of(float[] a, float[] b) {
                        return tail(a, b, 0);
                    }

                    static float of(float[] a) {
                        return 0;
                    }

                    private static float tail(float[] a, float[] b, int from) {
                        // why
                        return 1;
                    }
                }
                """);
        write("dev/lanes/pool/Crew.java", """
                package dev.lanes.pool;

                public final class Crew extends Gang {
                    public interface Job { void work(int item); }

                    public void all(int items, Job job) {
                        job.work(items);
                        begin();
                    }
                }

                class Gang {
                    void begin() { this.hidden(); }

                    private void hidden() {}
                }
                """);
    }

    @Test
    void theTextIsTheMethodWithoutAnnotationsAndWithoutItsIndentation() throws IOException {
        experiment("""
                    @Deprecated
                    @SuppressWarnings({"a", "b"})
                    public float run() {
                        int x = 1; // kept

                        return x;
                    }
                """);

        assertThat(cut()).containsExactly(new CodePiece(
                "dev/lanes/experiment/Tried.java",
                11,
                15,
                "public float run() {\n    int x = 1; // kept\n\n    return x;\n}",
                CodePiece.Role.VARIANT));
    }

    @Test
    void aStaticCallBringsTheKernelAndWhatThatCalls() throws IOException {
        experiment("    public float run() { return Dot.of(left, right); }");

        assertThat(cut()).map(piece -> piece.text().lines().findFirst().orElseThrow()).containsExactly(
                "public float run() { return Dot.of(left, right); }",
                "public static float of(float[] a, float[] b) {",
                "private static float tail(float[] a, float[] b, int from) {");
        assertThat(cut().get(1)).extracting(CodePiece::firstLine, CodePiece::lastLine, CodePiece::role)
                .containsExactly(5, 7, CodePiece.Role.KERNEL);
    }

    @Test
    void aCallOnAParameterBringsItsTypesMethodAndInheritedOnes() throws IOException {
        experiment("    public void run(Crew crew) { crew.all(1, item -> Dot.of(left)); }");

        assertThat(names()).containsExactly("run", "all", "of", "begin", "hidden");
        assertThat(cut().get(1).role()).isEqualTo(CodePiece.Role.POOL);
    }

    @Test
    void aCallOnAFieldOrALocalVariableBringsItsTypesMethod() throws IOException {
        experiment("""
                    private Crew crew;

                    public void run() {
                        this.crew.all(1, null);
                    }
                """);
        assertThat(names()).contains("all");

        experiment("""
                    public void run() {
                        var other = new Crew();
                        other.all(1, null);
                    }
                """);
        assertThat(names()).contains("all");
    }

    @Test
    void plainCallsMethodReferencesAndStaticImportsAreFollowed() throws IOException {
        experiment("""
                    public void run(Crew crew) {
                        crew.all(1, this::each);
                    }

                    private void each(int item) {
                        tail(left, right, item);
                    }
                """);

        assertThat(names()).contains("each", "tail");
    }

    @Test
    void aMethodThatCallsItselfIsShownOnce() throws IOException {
        experiment("    public int run() { return run(); }");

        assertThat(names()).containsExactly("run");
    }

    @Test
    void whatIsNotOursIsNotShown() throws IOException {
        experiment("    public double run() { return Math.max(1, other.size()); } java.util.List other;");

        assertThat(names()).containsExactly("run");
    }

    @Test
    void anEditShowsAtOnce() throws IOException {
        experiment("    public int run() { return 1; }");
        assertThat(cut().getFirst().text()).contains("return 1");

        experiment("    public int run() { return 2; }");

        assertThat(cut().getFirst().text()).contains("return 2");
    }

    @Test
    void aMissingMethodOrFileIsNamed() throws IOException {
        experiment("");

        assertThatThrownBy(this::cut).hasMessageContaining("run");
        assertThatThrownBy(() -> cutter.cut("dev.lanes.experiment.Gone", "run")).hasMessageContaining("Gone");
    }

    private List<CodePiece> cut() {
        return cutter.cut("dev.lanes.experiment.Tried", "run");
    }

    private List<String> names() {
        return cut().stream().map(piece -> piece.text().replaceFirst("(?s)\\(.*", "").replaceFirst(".* ", "")).toList();
    }

    /// Puts the members on line 9 of a class that has the kernel and the pool at hand.
    private void experiment(String members) throws IOException {
        String head = """
                package dev.lanes.experiment;

                import static dev.lanes.kernel.dot.Dot.tail;

                import dev.lanes.kernel.dot.Dot;
                import dev.lanes.pool.Crew;

                public class Tried {
                """;
        Path file = write("dev/lanes/experiment/Tried.java", head + members + "\n    float[] left, right;\n}\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(clock += 1000));
    }

    private Path write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }
}
