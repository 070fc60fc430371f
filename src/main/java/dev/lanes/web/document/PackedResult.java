package dev.lanes.web.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanes.web.http.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// A result as the page packs it into a link: JSON, deflated without a header, in the alphabet of URLs.
public final class PackedResult {
    /// No result is nearly as large.
    private static final int MOST_BYTES = 2_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private PackedResult() {}

    /// @throws ProblemException with status 422 where the text is no packed result
    public static JsonNode unpack(String text) {
        Inflater raw = new Inflater(true);
        try (InflaterInputStream packed =
                new InflaterInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)), raw)) {
            byte[] bytes = packed.readNBytes(MOST_BYTES + 1);
            JsonNode result = bytes.length > MOST_BYTES ? JSON.nullNode() : JSON.readTree(bytes);
            if (result.path("run").isObject() && result.path("experiment").isObject()) {
                return result;
            }
            throw new IOException("no result");
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ProblemException(422, "packed is not a result of Lanes.", "packed");
        } finally {
            raw.end();
        }
    }
}
