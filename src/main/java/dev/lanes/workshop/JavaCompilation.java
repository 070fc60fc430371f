package dev.lanes.workshop;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.lanes.event.edit.Edit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// One call of the JDK's compiler on edited files, against the class path of this process and into memory. It runs no
/// annotation processor, and so none of the code.
final class JavaCompilation {
    /// As the project itself is compiled, but for the processor.
    private static final List<String> OPTIONS = List.of(
            "-proc:none", "-implicit:none", "-g", "-parameters", "--add-modules", "jdk.incubator.vector",
            "-Xmaxerrs", "30", "-Xmaxwarns", "30");
    private static final int LONGEST_TEXT = 1000;

    private final Map<String, SourceText> sources = new LinkedHashMap<>();
    private final Map<String, ByteArrayOutputStream> outputs = new LinkedHashMap<>();
    private final List<CodeProblem> problems = new ArrayList<>();
    private Places places;

    JavaCompilation(List<Edit> edits) {
        edits.forEach(edit -> sources.put(edit.file(), new SourceText(edit)));
    }

    void run() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (InMemory files = new InMemory(compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8))) {
            List<String> options = Stream.concat(
                    OPTIONS.stream(),
                    // Else the compiler would look for sources among the classes, where the packaged app has them.
                    Stream.of("-sourcepath", "", "-classpath", System.getProperty("java.class.path"))).toList();
            JavacTask task = (JavacTask) compiler.getTask(null, files, this::note, options, null, sources.values());
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            // The compiler takes its trees apart later.
            places = new Places(units, Trees.instance(task).getSourcePositions());
            task.analyze();
            if (problems.stream().noneMatch(CodeProblem::isError)) {
                task.generate();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    List<CodeProblem> problems() {
        return problems;
    }

    void add(CodeProblem problem) {
        problems.add(problem);
    }

    List<String> files() {
        return List.copyOf(sources.keySet());
    }

    /// Where the members of the files are.
    Places places() {
        return places;
    }

    /// Class files by their paths, such as `dev/lanes/kernel/dot/Dot.class`.
    Map<String, byte[]> classes() {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        outputs.forEach((path, written) -> bytes.put(path, written.toByteArray()));
        return bytes;
    }

    private void note(Diagnostic<? extends JavaFileObject> found) {
        boolean error = found.getKind() == Diagnostic.Kind.ERROR;
        // A warning without a place is about the options.
        if (!error && !(found.getSource() instanceof SourceText) || found.getKind() == Diagnostic.Kind.NOTE) {
            return;
        }
        String text = found.getMessage(Locale.ENGLISH);
        String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "..." : text;
        CodeProblem.Kind kind = error ? CodeProblem.Kind.ERROR : CodeProblem.Kind.WARNING;
        problems.add(found.getSource() instanceof SourceText source && found.getPosition() != Diagnostic.NOPOS
                ? source.problem(found, shown, kind)
                : new CodeProblem(files().getFirst(), 1, 1, null, shown, kind));
    }

    /// An edited file.
    private static final class SourceText extends SimpleJavaFileObject {
        private final Edit edit;

        SourceText(Edit edit) {
            super(URI.create("string:///" + edit.file()), Kind.SOURCE);
            this.edit = edit;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return edit.text();
        }

        /// From where the named thing begins, if that is on the same line as the problem itself.
        CodeProblem problem(Diagnostic<?> found, String text, CodeProblem.Kind kind) {
            int at = (int) Math.min(found.getPosition(), edit.text().length());
            int lineBegin = edit.text().lastIndexOf('\n', at - 1) + 1;
            int next = edit.text().indexOf('\n', at);
            int lineEnd = next < 0 ? edit.text().length() : next;
            int from = found.getStartPosition() >= lineBegin && found.getStartPosition() <= at
                    ? (int) found.getStartPosition()
                    : at;
            Long end = found.getEndPosition() > from && found.getEndPosition() <= lineEnd
                    ? found.getEndPosition() - lineBegin + 1
                    : null;
            return new CodeProblem(
                    edit.file(), found.getLineNumber(), from - lineBegin + 1, end, text, kind);
        }
    }

    /// Takes the class files.
    private final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            String path = className.replace('.', '/') + kind.extension;
            return new SimpleJavaFileObject(URI.create("string:///" + path), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return outputs.computeIfAbsent(path, one -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
