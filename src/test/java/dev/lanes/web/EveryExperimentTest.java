package dev.lanes.web;

import dev.lanes.run.BriefRuns;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/// All experiments, which takes some minutes.
@QuarkusTest
@TestProfile(BriefRuns.class)
@Timeout(180)
@Tag("thorough")
class EveryExperimentTest extends ExperimentRuns {
    static List<String> experiments() {
        return all();
    }
}
