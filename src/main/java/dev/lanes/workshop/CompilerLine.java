package dev.lanes.workshop;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    private static final ObjectMapper JSON = new ObjectMapper();
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

    /// @throws IllegalArgumentException if it is none
    static CompilerLine read(String line) {
        try {
            return JSON.readValue(line, CompilerLine.class);
        } catch (JsonProcessingException garbage) {
            throw new IllegalArgumentException("Not a line of the compiler", garbage);
        }
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
