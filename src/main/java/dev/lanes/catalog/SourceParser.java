package dev.lanes.catalog;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Takes one file apart with the JDK's own parser; names are not resolved here.
final class SourceParser {
    private final String file;
    private final String text;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<SourceFile.Type> types = new ArrayList<>();

    private SourceParser(String file, String text) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("Showing code needs a JDK: this Java has no compiler");
        }
        JavacTask task = (JavacTask) compiler.getTask(
                null, null, ignored -> {}, List.of("-proc:none"), null,
                List.of(SimpleJavaFileObject.forSource(URI.create("string:///" + file), text)));
        this.file = file;
        this.text = text;
        this.unit = task.parse().iterator().next();
        this.positions = Trees.instance(task).getSourcePositions();
    }

    static SourceFile parse(String file, String text) {
        try {
            return new SourceParser(file, text).parsed();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private SourceFile parsed() {
        Map<String, String> imports = new HashMap<>();
        Map<String, String> staticImports = new HashMap<>();
        for (ImportTree line : unit.getImports()) {
            String name = line.getQualifiedIdentifier().toString();
            String first = name.substring(0, name.lastIndexOf('.'));
            String last = name.substring(name.lastIndexOf('.') + 1);
            if (line.isStatic()) {
                staticImports.put(last, first);
            } else {
                imports.put(last, name);
            }
        }
        for (Tree declaration : unit.getTypeDecls()) {
            if (declaration instanceof ClassTree type) {
                add(type, "");
            }
        }
        String packageName = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        return new SourceFile(file, packageName, imports, staticImports, types);
    }

    private void add(ClassTree tree, String around) {
        String name = around + tree.getSimpleName();
        String parent = tree.getExtendsClause() == null ? null : CallScanner.typeName(tree.getExtendsClause());
        Map<String, String> fields = new HashMap<>();
        List<String> fieldNames = new ArrayList<>();
        for (Tree member : tree.getMembers()) {
            if (member instanceof VariableTree field) {
                fieldNames.add(field.getName().toString());
                fields.put(field.getName().toString(), CallScanner.typeName(field.getType()));
            }
        }
        List<SourceFile.Method> methods = new ArrayList<>();
        types.add(new SourceFile.Type(name, parent, fieldNames, methods));
        for (Tree member : tree.getMembers()) {
            if (member instanceof MethodTree method && isWritten(method)) {
                methods.add(method(method, fields));
            } else if (member instanceof ClassTree nested) {
                add(nested, name + ".");
            }
        }
    }

    /// Leaves out methods without a body and the constructors that the parser makes up.
    private boolean isWritten(MethodTree method) {
        return method.getBody() != null && positions.getEndPosition(unit, method.getBody()) >= 0;
    }

    private SourceFile.Method method(MethodTree method, Map<String, String> fields) {
        int from = afterAnnotations(method);
        int to = (int) positions.getEndPosition(unit, method);
        List<? extends VariableTree> parameters = method.getParameters();
        boolean varargs = !parameters.isEmpty() && written(parameters.getLast()).contains("...");
        return new SourceFile.Method(
                method.getName().toString(),
                parameters.size(),
                varargs,
                (int) unit.getLineMap().getLineNumber(from),
                (int) unit.getLineMap().getLineNumber(to - 1),
                dedented(from, to),
                CallScanner.calls(method, fields));
    }

    private int afterAnnotations(MethodTree method) {
        int from = (int) positions.getStartPosition(unit, method);
        for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
            from = Math.max(from, (int) positions.getEndPosition(unit, annotation));
        }
        while (Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return from;
    }

    private String dedented(int from, int to) {
        int lineStart = text.lastIndexOf('\n', from) + 1;
        return (" ".repeat(from - lineStart) + text.substring(from, to)).stripIndent();
    }

    private String written(Tree tree) {
        return text.substring((int) positions.getStartPosition(unit, tree), (int) positions.getEndPosition(unit, tree));
    }
}
