package dev.lanes.web.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.store.Sha256;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The name of a result, taken from its content: the same result has the same name wherever it is shared.
public final class ResultId {
    private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 16;
    private static final int BITS = 5;
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{" + LENGTH + "}");
    /// What a run is called where it was measured says nothing of what was.
    private static final List<String> NOT_CONTENT = List.of("id", "lastSeq");

    private ResultId() {}

    /// The first 16 characters of base32 (RFC 4648, lower case) of SHA-256 over `{"experiment":...,"run":...}` with
    /// sorted names and without spaces.
    public static String of(ObjectNode run, JsonNode experiment) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.set("run", run.deepCopy().without(NOT_CONTENT));
        content.set("experiment", experiment);
        return base32(Sha256.of(sorted(content).toString()));
    }

    public static boolean hasItsForm(String id) {
        return FORM.matcher(id).matches();
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return JsonNodeFactory.instance.objectNode().setAll(fields);
        }
        if (node.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> items.add(sorted(item)));
            return items;
        }
        return node;
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (int at = 0; text.length() < LENGTH; at++) {
            buffer = buffer << Byte.SIZE | bytes[at] & 0xff;
            for (bits += Byte.SIZE; bits >= BITS && text.length() < LENGTH; bits -= BITS) {
                text.append(BASE_32.charAt(buffer >> bits - BITS & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return text.toString();
    }
}
