package dev.lanes.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The part of a document that a command writes: what stands between two marks.
record DocumentPart(Path document, String begin, String end) {

    /// Replaces what stands there.
    ///
    /// @throws IOException where the document has lost its marks
    void write(String part) throws IOException {
        String text = Files.readString(document);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        if (from < begin.length() || to < from) {
            throw new IOException(document + " has lost the marks between which the table stands");
        }
        Files.writeString(document, text.substring(0, from) + "\n" + part + "\n" + text.substring(to));
    }
}
