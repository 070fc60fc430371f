package dev.lanes.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lanes.BesideOthers;
import dev.lanes.event.Ceilings;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The recorded results against the ceilings of the machine they were recorded on.
@BesideOthers
class RecordedSharesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// By so much a ceiling may have been measured too low.
    private static final double DOUBT = 1.15;

    @Test
    void noCaseDoesMoreArithmeticThanTheCoresItHad() throws IOException {
        RecordedRuns recorded = new RecordedRuns(getClass().getClassLoader(), RecordedRuns.FOLDER);
        int counted = 0;
        for (JsonNode machine : JSON.readTree(recorded.index().orElseThrow())) {
            for (JsonNode experiment : machine.required("experiments")) {
                String id = experiment.required("id").asText();
                JsonNode run = JSON.readTree(
                        recorded.result(machine.required("id").asText(), id).orElseThrow()).required("run");
                Ceilings ceilings = JSON.treeToValue(run.required("ceilings"), Ceilings.class);
                for (JsonNode one : run.required("cases")) {
                    if (one.path("work").path("flops").asDouble() > 0 && one.hasNonNull("score")) {
                        int cores = Math.min(
                                one.required("workers").asInt(), run.at("/machine/usableCpus").asInt());
                        double rate = one.at("/work/flops").asDouble() / one.at("/score/median").asDouble();
                        assertThat(rate / ceilings.gflops(cores).orElseThrow())
                                .as("%s of %s", one.required("key").asText(), id).isLessThan(DOUBT);
                        counted++;
                    }
                }
            }
        }
        assertThat(counted).isGreaterThan(50);
    }
}
