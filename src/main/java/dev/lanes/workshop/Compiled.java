package dev.lanes.workshop;

import java.util.List;
import java.util.Map;

/// The outcome of compiling edited files.
///
/// @param classes Base64 of the class files, by their paths; empty if the edit has errors
/// @param problems at their places, with errors if it does not compile
public record Compiled(Map<String, String> classes, List<CodeProblem> problems) {
    public Compiled {
        classes = Map.copyOf(classes);
        problems = List.copyOf(problems);
    }

    static Compiled refused(String file, String text) {
        return new Compiled(Map.of(), List.of(CodeProblem.ofTheFile(file, text)));
    }

    /// Whether it can be measured.
    public boolean ok() {
        return problems.stream().noneMatch(CodeProblem::isError);
    }
}
