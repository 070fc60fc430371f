package dev.lanes.workshop;

import java.util.List;
import java.util.Map;

/// What became of edited files.
///
/// @param classes Base64 of the class files, by their paths; empty unless the edit is all right
/// @param problems at their places, errors among them unless it is
public record Compiled(Map<String, String> classes, List<CodeProblem> problems) {
    public Compiled {
        classes = Map.copyOf(classes);
        problems = List.copyOf(problems);
    }

    static Compiled refused(CodeProblem problem) {
        return new Compiled(Map.of(), List.of(problem));
    }

    /// Whether it can be measured.
    public boolean ok() {
        return problems.stream().noneMatch(CodeProblem::isError);
    }
}
