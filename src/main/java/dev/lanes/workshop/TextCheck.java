package dev.lanes.workshop;

import dev.lanes.event.edit.Edit;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Reasons why a text cannot be a source file, whatever it says.
final class TextCheck {
    private TextCheck() {}

    static Optional<CodeProblem> problem(Edit edit) {
        int bytes = edit.text().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Compiler.LARGEST_FILE) {
            return Optional.of(CodeProblem.ofTheFile(edit.file(), "The file has more than %s KiB.".formatted(
                    Compiler.LARGEST_FILE / 1024)));
        }
        CharBuffer read = CharBuffer.wrap(edit.text());
        CoderResult end = StandardCharsets.UTF_8.newEncoder().encode(read, ByteBuffer.allocate(bytes), true);
        return end.isError() ? Optional.of(halfACharacter(edit, read.position())) : Optional.empty();
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
