package dev.lanes.workshop;

import com.fasterxml.jackson.annotation.JsonInclude;

/// What is wrong with an edited file, and where.
///
/// @param line from 1; 1 if it is about the whole file
/// @param column from 1, in UTF-16 units
/// @param endColumn the first column behind it; null if it does not end on that line
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodeProblem(String file, long line, long column, Long endColumn, String text, Kind kind) {

    /// Whether the code can run.
    public enum Kind {
        ERROR,
        WARNING
    }

    static CodeProblem ofTheFile(String file, String text) {
        return error(file, 1, text);
    }

    static CodeProblem error(String file, long line, String text) {
        return new CodeProblem(file, line, 1, null, text, Kind.ERROR);
    }

    boolean isError() {
        return kind == Kind.ERROR;
    }
}
