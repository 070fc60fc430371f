package dev.lanes.web.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lanes.event.Run;
import dev.lanes.kind.KindPlanners;
import dev.lanes.kind.Kinds;
import dev.lanes.kind.MachineKind;
import dev.lanes.plan.EarlierRun;
import dev.lanes.plan.PlannedRun;
import dev.lanes.plan.RunRequest;
import dev.lanes.web.http.ProblemException;
import jakarta.inject.Singleton;

/// Finished runs that others go on from.
@Singleton
public record EarlierRuns(Results results, Kinds kinds, KindPlanners planners, ObjectMapper json) {
    /// Goes on where that run was measured, unless another kind of machine is asked for.
    ///
    /// @throws ProblemException with status 404 where there is no such run, 409 where it has not finished
    public PlannedRun goOn(RunRequest asked) {
        ObjectNode result = results.ofRun(asked.continues());
        boolean sameCode = !result.path("codeChanged").asBoolean(true);
        Run run = run(result);
        MachineKind kind = kinds.named(asked.machine() == null ? run.request().machine() : asked.machine());
        return planners.of(kind).planOn(asked, new EarlierRun(run, sameCode, kind.machine().orElse(null)));
    }

    private Run run(ObjectNode result) {
        try {
            return json.treeToValue(result.required("run"), Run.class);
        } catch (JsonProcessingException otherVersion) {
            throw new ProblemException(
                    422, "That run is of an earlier version of Lanes; start a new run.", "continues");
        }
    }
}
