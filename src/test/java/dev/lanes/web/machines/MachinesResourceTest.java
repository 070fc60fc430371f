package dev.lanes.web.machines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanes.BesideOthers;
import dev.lanes.kind.FakeKind;
import dev.lanes.kind.MachineKind.Member;
import dev.lanes.kind.MachineKind.State;
import java.util.List;
import org.junit.jupiter.api.Test;

@BesideOthers
class MachinesResourceTest {
    private static final FakeKind SMALL = FakeKind.of("2-small", FakeKind.machine(2, 256, 1L << 32));
    private static final FakeKind LARGE = new FakeKind(
            "16-large", SMALL.card(),
            List.of(new Member("a", SMALL.card(), State.MEASURING), new Member("b", null, State.UPDATING),
                    new Member("c", SMALL.card(), State.AWAY)),
            3);

    @Test
    void everyKindTellsItsMachinesAndWhatTheyDoNow() {
        JsonNode kinds = new ObjectMapper().findAndRegisterModules()
                .valueToTree(new MachinesResource(() -> List.of(SMALL, LARGE)).machines());

        assertThat(kinds).hasSize(2);
        assertThat(kinds.at("/0/kind").asText()).isEqualTo("2-small");
        assertThat(kinds.at("/1/kind").asText()).isEqualTo("16-large");
        assertThat(kinds.at("/0/machines/0/state").asText()).isEqualTo("idle");
        assertThat(kinds.at("/0/machines/0/machine/usableCpus").asInt()).isEqualTo(2);
        assertThat(kinds.at("/0/ceilings/state").asText()).isEqualTo("MEASURED");
        JsonNode large = kinds.get(1);
        assertThat(large.get("machines").findValuesAsText("state")).containsExactly("measuring", "updating", "away");
        assertThat(large.at("/machines/1/machine").isNull()).isTrue();
        assertThat(large.get("waiting").asInt()).isEqualTo(3);
        assertThat(large.get("label").asText()).isNotEqualTo("16-large");
        assertThat(large.get("build").asText()).isEqualTo(LARGE.build());
    }
}
