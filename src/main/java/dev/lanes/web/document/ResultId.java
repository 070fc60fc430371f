package dev.lanes.web.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.store.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The name of a result, taken from its content: the same result has the same name wherever it is shared.
public final class ResultId {
    private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 16;
    private static final int BITS = 5;
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{" + LENGTH + "}");
    private static final ObjectMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    /// What a run is called where it was measured says nothing of what was.
    private static final List<String> NOT_CONTENT = List.of("id", "lastSeq");

    private ResultId() {}

    /// The first 16 characters of base32 (RFC 4648, lower case) of SHA-256 over `{"experiment":...,"run":...}` with
    /// sorted names and without spaces.
    public static String of(ObjectNode run, JsonNode experiment) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.set("run", run.deepCopy().without(NOT_CONTENT));
        content.set("experiment", experiment);
        byte[] sorted = DocumentBytes.of(content, SORTED);
        return base32(Sha256.of(new String(sorted, StandardCharsets.UTF_8)));
    }

    public static boolean hasItsForm(String id) {
        return FORM.matcher(id).matches();
    }

    private static String base32(byte[] hash) {
        BigInteger bits = new BigInteger(1, Arrays.copyOf(hash, LENGTH * BITS / Byte.SIZE));
        StringBuilder text = new StringBuilder();
        for (int behind = LENGTH - 1; behind >= 0; behind--) {
            text.append(BASE_32.charAt(bits.shiftRight(behind * BITS).intValue() & 31));
        }
        return text.toString();
    }
}
