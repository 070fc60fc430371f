package dev.lanes.workshop;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The lines on which classes and their members begin in edited files.
final class Places {
    private final Map<String, Long> lines = new HashMap<>();
    private final SourcePositions positions;
    private CompilationUnitTree unit;

    Places(List<CompilationUnitTree> units, SourcePositions positions) {
        this.positions = positions;
        for (CompilationUnitTree one : units) {
            unit = one;
            String around = one.getPackageName() == null ? "" : one.getPackageName().toString().replace('.', '/') + "/";
            for (Tree type : one.getTypeDecls()) {
                visit(type, around);
            }
        }
    }

    /// @param type its internal name
    /// @param member a field, a method or `<init>`
    /// @return the member's line, or else that of its class, or else 1
    long line(String type, String member) {
        return lines.getOrDefault(type + "." + member, lines.getOrDefault(type, 1L));
    }

    private void visit(Tree tree, String around) {
        if (!(tree instanceof ClassTree type)) {
            return;
        }
        String name = around + type.getSimpleName();
        note(name, type, type.getModifiers());
        for (Tree member : type.getMembers()) {
            switch (member) {
                case MethodTree method -> note(name + "." + method.getName(), method, method.getModifiers());
                case VariableTree field -> note(name + "." + field.getName(), field, field.getModifiers());
                default -> visit(member, name + "$");
            }
        }
    }

    /// Behind the annotations.
    private void note(String name, Tree tree, ModifiersTree modifiers) {
        long begin = Math.max(positions.getStartPosition(unit, tree), positions.getEndPosition(unit, modifiers));
        if (begin >= 0) {
            lines.putIfAbsent(name, unit.getLineMap().getLineNumber(begin));
        }
    }
}
