package dev.lanes.web.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lanes.BesideOthers;
import dev.lanes.web.http.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class PackedResultTest {
    private static final String RESULT = """
            {"version": 1, "experiment": {"id": "one", "variants": [{"id": "plain"}]},
             "run": {"cases": [{"key": "plain", "variant": "plain", "samples": [2.5, 3.5]}]}}""";

    @Test
    void aPackedResultIsReadAndWrittenInJmhsFormat() throws IOException {
        assertThat(JmhJson.of(PackedResult.unpack(packed(RESULT)))).singleElement().satisfies(entry -> {
            assertThat(entry.path("benchmark").asText()).isEqualTo("one.plain");
            assertThat(entry.path("primaryMetric").path("score").asDouble()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "5", "", "{\"run\": {}}", "{\"run\": [], \"experiment\": {}}", "{\"run\": "})
    void anythingElseIsRefused(String text) throws IOException {
        assertThatNothingIsReadOf(packed(text));
    }

    @Test
    void whatIsCutOffNotPackedOrEnormousIsRefused() throws IOException {
        String whole = packed(RESULT);
        assertThatNothingIsReadOf(whole.substring(0, whole.length() / 2));
        assertThatNothingIsReadOf("no base64!");
        assertThatNothingIsReadOf(packed("{\"run\": {}, \"experiment\": {}, \"blanks\": \"" + " ".repeat(3_000_000) + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"run\": {}, \"experiment\": {}}",
        "{\"run\": {\"cases\": 5, \"jvms\": {}}, \"experiment\": {\"variants\": \"x\"}}",
        "{\"run\": {\"cases\": [5, null, {\"samples\": [\"x\", {}], \"iterations\": [[]]}]}, \"experiment\": {}}",
        "{\"run\": {\"cases\": [{\"samples\": [1e400], \"pool\": 7}], \"request\": 5}, \"experiment\": {\"variants\": [7]}}"
    })
    void oddFieldsDoNoHarm(String text) throws IOException {
        assertThat(JmhJson.of(PackedResult.unpack(packed(text)))).isNotNull();
    }

    private static void assertThatNothingIsReadOf(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PackedResult.unpack(text))
                .satisfies(refusal -> assertThat(refusal.problem().field()).isEqualTo("packed"));
    }

    private static String packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, raw)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } finally {
            raw.end();
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }
}
