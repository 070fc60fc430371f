package dev.lanes.workshop;

import dev.lanes.event.edit.Edit;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Reasons why a text cannot be a source file, whatever it says.
final class TextCheck {
    private TextCheck() {}

    static Optional<CodeProblem> problem(Edit edit) {
        String text = edit.text();
        if (text.getBytes(StandardCharsets.UTF_8).length > Compiler.LARGEST_FILE) {
            return Optional.of(CodeProblem.ofTheFile(edit.file(), "The file has more than %s KiB.".formatted(
                    Compiler.LARGEST_FILE / 1024)));
        }
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if (Character.isHighSurrogate(here) && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(here)) {
                return Optional.of(halfACharacter(edit, at));
            }
        }
        return Optional.empty();
    }

    private static CodeProblem halfACharacter(Edit edit, int at) {
        long line = 1 + edit.text().substring(0, at).chars().filter(one -> one == '\n').count();
        int column = at - edit.text().lastIndexOf('\n', at);
        return new CodeProblem(
                edit.file(), line, column, column + 1L,
                String.format(
                        Locale.ROOT, "This is only half of a character: an unpaired surrogate, U+%04X.",
                        (int) edit.text().charAt(at)),
                CodeProblem.Kind.ERROR);
    }
}
