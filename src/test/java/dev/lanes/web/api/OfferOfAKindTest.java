package dev.lanes.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanes.BesideOthers;
import dev.lanes.experiment.sample.SampleCatalog;
import dev.lanes.guide.Guide;
import dev.lanes.guide.GuideFiles;
import dev.lanes.kind.FakeKind;
import dev.lanes.plan.RefusedRequestException;
import dev.lanes.web.document.Pictures;
import org.junit.jupiter.api.Test;

/// What the API tells of experiments, for two kinds of machines.
@BesideOthers
class OfferOfAKindTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CatalogResource resource = new CatalogResource(
            SampleCatalog.open(), new Guide(GuideFiles.onClassPath(getClass().getClassLoader(), "guide-sample")),
            FakeKind.planners(
                    FakeKind.of("2-small", FakeKind.machine(2, 256, 1L << 31)),
                    FakeKind.of("16-large", FakeKind.machine(16, 512, 1L << 36))),
            new Pictures());

    @Test
    void anExperimentIsOfferedAsTheKindCanRunIt() {
        JsonNode small = worded("2-small");
        JsonNode large = worded("16-large");

        assertThat(small.get("machine").asText()).isEqualTo("2-small");
        assertThat(available(small, "wide")).isFalse();
        assertThat(available(large, "wide")).isTrue();
        assertThat(large.at("/guideRun/workers")).isNotEqualTo(small.at("/guideRun/workers"));
        assertThat(large.at("/guideRun/seconds").asDouble()).isGreaterThan(small.at("/guideRun/seconds").asDouble());
        assertThat(worded(null)).isEqualTo(small);
    }

    @Test
    void soIsTheListOfThem() {
        assertThat(resource.experiments("16-large")).allSatisfy(one -> assertThat(one.machine()).isEqualTo("16-large"));
        assertThat(resource.experiments(null)).allSatisfy(one -> assertThat(one.machine()).isEqualTo("2-small"));
    }

    @Test
    void anUnknownKindIsRefusedByItsField() {
        assertThatExceptionOfType(RefusedRequestException.class).isThrownBy(() -> resource.experiments("none"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("machine"))
                .withMessageContainingAll("none", "2-small", "16-large");
    }

    private JsonNode worded(String kind) {
        return JSON.valueToTree(resource.experiment("worded", kind));
    }

    private static boolean available(JsonNode experiment, String id) {
        for (JsonNode variant : experiment.get("variants")) {
            if (variant.get("id").asText().equals(id)) {
                return variant.get("available").asBoolean();
            }
        }
        throw new AssertionError(id);
    }
}
