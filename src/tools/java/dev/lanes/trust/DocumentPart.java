package dev.lanes.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The part of a document that a command writes: what stands between two marks.
public record DocumentPart(Path document, String begin, String end) {

    /// What stands there now.
    ///
    /// @throws IOException where the document has lost its marks
    public String read() throws IOException {
        String text = Files.readString(document);
        return text.substring(from(text), to(text));
    }

    /// Replaces what stands there.
    ///
    /// @throws IOException where the document has lost its marks
    public void write(String part) throws IOException {
        String text = Files.readString(document);
        Files.writeString(document, text.substring(0, from(text)) + "\n" + part + "\n" + text.substring(to(text)));
    }

    private int from(String text) throws IOException {
        int at = text.indexOf(begin);
        if (at < 0) {
            throw new IOException(document + " has lost the mark " + begin.strip());
        }
        return at + begin.length();
    }

    private int to(String text) throws IOException {
        int at = text.indexOf(end, from(text));
        if (at < 0) {
            throw new IOException(document + " has lost the mark " + end);
        }
        return at;
    }
}
