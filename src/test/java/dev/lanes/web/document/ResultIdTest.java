package dev.lanes.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ResultIdTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isBase32OfTheHashOfTheSortedContent() throws IOException {
        // printf '{"experiment":{"id":"dot"},"run":{"a":[1.5,{"x":1,"y":2}],"b":"c"}}' | sha256sum | cut -c1-20 |
        //     xxd -r -p | base32 | tr A-Z a-z
        assertThat(id("{\"id\": \"r\", \"b\": \"c\", \"a\": [1.5, {\"y\": 2, \"x\": 1}], \"lastSeq\": 9}"))
                .isEqualTo("7h72gxaupwalggiq");
    }

    @Test
    void doesNotDependOnTheOrderOfFieldsOrOnWhatTheRunWasCalled() throws IOException {
        assertThat(id("{\"a\": 1, \"b\": 2, \"id\": \"x\", \"lastSeq\": 5}"))
                .isEqualTo(id("{\"id\": \"y\", \"lastSeq\": 6, \"b\": 2, \"a\": 1}"))
                .isNotEqualTo(id("{\"a\": 1, \"b\": 3}"));
        assertThat(ResultId.hasItsForm(id("{}"))).isTrue();
    }

    private static String id(String run) throws IOException {
        JsonNode experiment = JSON.readTree("{\"id\": \"dot\"}");
        return ResultId.of((ObjectNode) JSON.readTree(run), experiment);
    }
}
