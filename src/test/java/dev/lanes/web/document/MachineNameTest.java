package dev.lanes.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'cpuModel': ' Fake CPU ', 'architecture': 'amd64'} | Fake CPU",
        "{'cpuModel': '', 'architecture': 'aarch64'}         | aarch64",
        "{'cpuModel': null, 'architecture': 'aarch64'}       | aarch64",
        "{}                                                  | unknown",
    }, quoteCharacter = '`')
    void aMachineIsCalledSomethingEvenIfItsProcessorHasNoName(String machine, String contained) throws Exception {
        JsonNode run = new ObjectMapper().readTree("{'machine': %s}".formatted(machine).replace('\'', '"'));

        assertThat(ResultPreview.machine(run)).contains(contained).doesNotContain("null");
    }
}
