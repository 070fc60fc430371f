package dev.lanes.web.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lanes.plan.Quote;
import dev.lanes.web.http.Problem;
import dev.lanes.web.http.ProblemException;
import java.io.IOException;

/// Reads which run is to be shared: `{ "run": id }` and nothing else.
final class ShareRequestReader {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private ShareRequestReader() {}

    /// @return the run's id
    /// @throws ProblemException with status 400 where the body is not such a request
    static String read(byte[] body) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (IOException notJson) {
            throw bad("The body is not JSON.", null);
        }
        if (!root.isObject()) {
            throw bad("The body must be a JSON object with the field run.", null);
        }
        root.fieldNames().forEachRemaining(name -> {
            if (!name.equals("run")) {
                String shown = Quote.of(name);
                throw bad("There is no field \"%s\"; there is run.".formatted(shown), shown);
            }
        });
        if (!root.path("run").isTextual()) {
            throw bad("The field run takes the id of a run, as text.", "run");
        }
        return root.path("run").textValue();
    }

    private static ProblemException bad(String detail, String field) {
        return new ProblemException(Problem.of(400, detail, field));
    }
}
