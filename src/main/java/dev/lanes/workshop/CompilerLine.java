package dev.lanes.workshop;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lanes.event.edit.Edit;
import java.util.List;

/// A line between the server and the process that compiles, as JSON.
///
/// @param edits what to compile; the first line has nothing else
/// @param problem one that was found
/// @param path of a class file
/// @param bytes Base64 of that file
/// @param done whether this was all
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
record CompilerLine(List<Edit> edits, CodeProblem problem, String path, String bytes, boolean done) {
    static final CompilerLine END = new CompilerLine(null, null, null, null, true);

    static CompilerLine of(List<Edit> edits) {
        return new CompilerLine(edits, null, null, null, false);
    }

    static CompilerLine of(CodeProblem problem) {
        return new CompilerLine(null, problem, null, null, false);
    }

    static CompilerLine of(String path, String bytes) {
        return new CompilerLine(null, null, path, bytes, false);
    }
}
