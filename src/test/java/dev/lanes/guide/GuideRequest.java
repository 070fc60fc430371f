package dev.lanes.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a run of the whole guide asks for of one experiment, by what the API tells of it, and what may come out wrong.
public final class GuideRequest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GuideRequest() {}

    /// The request at quick effort, on all pools that the guide's run takes.
    public static ObjectNode of(JsonNode experiment) {
        JsonNode part = experiment.required("guideRun");
        ObjectNode request = JSON.createObjectNode();
        request.set("experiment", experiment.required("id"));
        request.put("effort", "quick");
        request.set("variants", part.required("variants"));
        if (!part.required("pools").isEmpty()) {
            request.set("pools", part.required("pools"));
            request.set("workers", part.required("workers"));
        }
        return request;
    }

    /// Whether the output of that case of a run may be wrong: the claim is that its variant loses counts, and it did.
    public static boolean isMeantToBeWrong(JsonNode experiment, JsonNode one) {
        JsonNode claim = experiment.required("claim");
        return experiment.required("check").required("kind").asText().equals("COUNT")
                && claim.required("effect").asText().equals("HURTS")
                && one.required("variant").equals(claim.required("claimVariant"))
                && one.path("check").path("lost").asLong() > 0;
    }
}
