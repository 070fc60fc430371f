package dev.lanes.web.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.event.Run;
import dev.lanes.plan.EarlierRun;
import dev.lanes.plan.PlannedRun;
import dev.lanes.plan.RunPlanner;
import dev.lanes.plan.RunRequest;
import dev.lanes.process.MachineProbe;
import dev.lanes.web.http.Problem;
import dev.lanes.web.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/// Finished runs that others go on from.
@ApplicationScoped
public class EarlierRuns {
    private final Results results;
    private final RunPlanner planner;
    private final MachineProbe probe;
    private final ObjectMapper json;

    EarlierRuns(Results results, RunPlanner planner, MachineProbe probe, ObjectMapper json) {
        this.results = results;
        this.planner = planner;
        this.probe = probe;
        this.json = json;
    }

    /// @throws ProblemException with status 404 where there is no such run, 409 where it has not finished
    public PlannedRun goOn(RunRequest asked) {
        ObjectNode result = results.ofRun(asked.continues());
        boolean sameCode = !result.path("codeChanged").asBoolean(true);
        return planner.planOn(asked, new EarlierRun(run(result), sameCode, probe.machine().orElse(null)));
    }

    private Run run(ObjectNode result) {
        try {
            return json.treeToValue(result.required("run"), Run.class);
        } catch (JsonProcessingException otherVersion) {
            throw new ProblemException(
                    Problem.of(422, "That run is of an earlier version of Lanes; run it anew.", "continues"));
        }
    }
}
