package dev.lanes;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// Ids and English sentences are the same in every country: nothing in the product asks for the default locale.
@AnalyzeClasses(packages = "dev.lanes", importOptions = ImportOption.DoNotIncludeTests.class)
class LocaleRulesTest {
    /// Methods and constructors that take the default locale if they are not given one.
    private static final Set<String> ASK_FOR_THE_DEFAULT = Set.of(
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
            "java.io.PrintStream.format(java.lang.String, [Ljava.lang.Object;)",
            "java.io.PrintWriter.printf(java.lang.String, [Ljava.lang.Object;)",
            "java.io.PrintWriter.format(java.lang.String, [Ljava.lang.Object;)",
            "java.util.Formatter.<init>()",
            "java.util.Formatter.<init>(java.lang.Appendable)",
            "java.util.Locale.getDefault()",
            "java.text.DecimalFormat.<init>()",
            "java.text.DecimalFormat.<init>(java.lang.String)",
            "java.text.SimpleDateFormat.<init>(java.lang.String)",
            "java.text.NumberFormat.getInstance()",
            "java.text.NumberFormat.getNumberInstance()",
            "java.text.NumberFormat.getIntegerInstance()",
            "java.text.NumberFormat.getPercentInstance()",
            "java.text.NumberFormat.getCompactNumberInstance()",
            "java.text.MessageFormat.<init>(java.lang.String)",
            "java.text.MessageFormat.format(java.lang.String, [Ljava.lang.Object;)",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
            "java.time.format.DateTimeFormatter.ofLocalizedDate(java.time.format.FormatStyle)",
            "java.time.format.DateTimeFormatter.ofLocalizedDateTime(java.time.format.FormatStyle)");

    /// Everything but `%s`, which writes what `toString` gives in every locale, and signs that stand for themselves.
    private static final Pattern DEPENDS_ON_THE_LOCALE =
            Pattern.compile("(?<!%)(?:%%)*%(?:\\d+\\$)?[-#+ 0,(<]*\\d*(?:\\.\\d+)?(?!s|%|n)[a-zA-Z]");

    @ArchTest
    static final ArchRule nothingAsksForTheDefaultLocale = noClasses().should().accessTargetWhere(describe(
            "the target asks for the default locale",
            (JavaAccess<?> access) -> ASK_FOR_THE_DEFAULT.contains(access.getTarget().getFullName())));

    @Test
    void theRuleSeesCallsAndReferences() {
        assertThat(nothingAsksForTheDefaultLocale.evaluate(new ClassFileImporter().importClasses(Careless.class))
                .getFailureReport().getDetails()).hasSize(4);
    }

    /// What nothing in the product does.
    private static final class Careless {
        private final Function<String, String> low = String::toLowerCase;
        private final String high = "I".toUpperCase();
        private final String number = String.format("%d", 1);
        private final NumberFormat format = new DecimalFormat("0.0");
    }

    /// `String.formatted` takes no locale, so it may put in no number: `String.format(Locale.ROOT, ...)` does.
    @Test
    void formattedPutsInTextOnly() throws IOException {
        List<String> found = new ArrayList<>();
        int calls = 0;
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"));
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, ignored -> {}, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                Formats formats = new Formats(unit, Trees.instance(task));
                unit.accept(formats, null);
                found.addAll(formats.refused);
                calls += formats.calls;
            }
        }
        assertThat(calls).isGreaterThan(50);
        assertThat(found).isEmpty();
    }

    /// The calls of `formatted` in one file.
    private static final class Formats extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<String> refused = new ArrayList<>();
        private int calls;

        Formats(CompilationUnitTree unit, Trees trees) {
            this.unit = unit;
            this.trees = trees;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("formatted")) {
                calls++;
                String format = text(select.getExpression());
                if (format == null || DEPENDS_ON_THE_LOCALE.matcher(format).find()) {
                    long start = trees.getSourcePositions().getStartPosition(unit, call);
                    refused.add(unit.getSourceFile().getName() + ":" + unit.getLineMap().getLineNumber(start));
                }
            }
            return super.visitMethodInvocation(call, none);
        }

        /// Of literals and their sums; null for whatever else, since it cannot be told what that holds.
        private static String text(ExpressionTree tree) {
            return switch (tree) {
                case LiteralTree literal -> String.valueOf(literal.getValue());
                case ParenthesizedTree inner -> text(inner.getExpression());
                case BinaryTree sum -> {
                    String left = text(sum.getLeftOperand());
                    String right = text(sum.getRightOperand());
                    yield left == null || right == null ? null : left + right;
                }
                default -> null;
            };
        }
    }
}
