package dev.lanes.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// The lines of a stream that is not trusted: what exceeds `limit` characters of a line is dropped.
final class BoundedLines {
    private final BufferedReader reader;
    private final int limit;

    BoundedLines(InputStream stream, int limit) {
        this.reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        this.limit = limit;
    }

    /// The next line without its end; null after the last.
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int character = reader.read();
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n') {
            if (character != '\r' && line.length() < limit) {
                line.append((char) character);
            }
            character = reader.read();
        }
        return line.toString();
    }
}
