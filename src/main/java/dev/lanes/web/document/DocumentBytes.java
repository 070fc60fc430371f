package dev.lanes.web.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Documents as the store keeps them: JSON in UTF-8.
final class DocumentBytes {
    private DocumentBytes() {}

    static byte[] of(Object document, ObjectMapper json) {
        try {
            return json.writeValueAsBytes(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static JsonNode read(byte[] document, ObjectMapper json) {
        try {
            return json.readTree(document);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
