package dev.lanes.event.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/// An edit that is measured beside the original: some cases of the plan are its own, and run its classes.
///
/// @param files as the visitor has changed them
/// @param classes Base64 of the class files of one side, by their paths
/// @param before whether that side is the original, and the edit is what the project has now
public record Edited(
        List<Edit> files, Map<String, String> classes, @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean before) {
    private static final String MARK = "@edit";

    public Edited {
        files = List.copyOf(files);
        classes = Map.copyOf(classes);
    }

    /// The key of the edit's case beside that of the original.
    public static String key(String original) {
        return original + MARK;
    }

    /// The key of the original beside that of the edit's case.
    public static String original(String key) {
        return key.substring(0, key.length() - MARK.length());
    }

    /// Whether a case runs the classes given here, and not those of the project.
    ///
    /// @param editedCase whether the case is the edit's
    public boolean runs(boolean editedCase) {
        return editedCase != before;
    }
}
