package dev.lanes.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.picture.Preview;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ResultPreviewTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void ofASweepTheCasesAtTheParametersOwnValueAreDrawnAndWhatItFoundIsSaid() throws IOException {
        ObjectNode result = JSON.createObjectNode();
        result.set("run", JSON.readTree(Path.of("frontend/test/runs/swept.json").toFile()).required("run"));
        ObjectNode experiment = result.putObject("experiment").put("title", "Rows").put("question", "?");
        experiment.putObject("claim").put("baselineVariant", "by-columns").put("claimVariant", "by-rows");
        experiment.putArray("variants").addObject().put("id", "by-rows").put("label", "By rows");

        Preview preview = ResultPreview.ofResult(result);

        assertThat(preview.bars()).hasSize(2);
        assertThat(ResultPreview.said(result.required("run"))).isEqualTo(
                result.at("/run/swept/lines/0/text").asText());
    }
}
