package dev.lanes.page;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import dev.lanes.run.FakeWorker.Script;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// `Result` of the protocol, made of a real run of the fake worker, and a server that answers with it.
record SharedResult(JsonObject json) {
    static final String ID = "abcdefgh234567ab";
    static final String OTHER_ID = "zzzzzzzz22223333";

    /// What each server has measured: the worker is a fake, so once is enough.
    private static final Map<URI, SharedResult> MEASURED = new ConcurrentHashMap<>();

    /// A run of `scripted` with both variants, one of them on two virtual threads.
    static SharedResult measure(Visitor visitor) {
        return MEASURED.computeIfAbsent(visitor.server(), server -> measureNow(visitor)).with(UnaryOperator.identity());
    }

    /// The same of another run, which is the newest on the server.
    static SharedResult measureNow(Visitor visitor) {
        APIResponse started = visitor.page().request().post("/api/runs", RequestOptions.create().setData(Map.of(
                "experiment", "scripted", "workers", List.of(2), "pools", List.of("virtual"),
                "params", Map.of("script", Script.NORMAL.number()))));
        String id = parse(started).get("id").getAsString();
        JsonObject[] run = new JsonObject[1];
        visitor.page().waitForCondition(() -> {
            run[0] = parse(visitor.page().request().get("/api/runs/" + id));
            return run[0].has("endedAt");
        });
        JsonObject result = new JsonObject();
        result.addProperty("version", 1);
        result.addProperty("id", ID);
        result.add("run", run[0]);
        result.add("experiment", parse(visitor.page().request().get("/api/experiments/scripted")));
        result.add("lanes", JsonParser.parseString("{\"version\": \"1.2.3\"}"));
        result.addProperty("codeChanged", false);
        return new SharedResult(result);
    }

    /// The address of the page with that run, finished.
    static String addressOfItsRun(Visitor visitor) {
        return "/?v=1&section=3&run=" + measure(visitor).json().getAsJsonObject("run").get("id").getAsString();
    }

    static JsonObject parse(APIResponse response) {
        return JsonParser.parseString(response.text()).getAsJsonObject();
    }

    /// The same result, changed.
    SharedResult with(UnaryOperator<JsonObject> change) {
        return new SharedResult(change.apply(json.deepCopy()));
    }

    /// The same run on a machine of that name, every time of which is so many times as long.
    SharedResult elsewhere(String id, String cpuModel, double times) {
        return with(result -> {
            result.addProperty("id", id);
            JsonObject run = result.getAsJsonObject("run");
            run.getAsJsonObject("machine").addProperty("cpuModel", cpuModel);
            JsonArray cases = run.getAsJsonArray("cases");
            for (JsonElement one : cases) {
                JsonObject score = one.getAsJsonObject().getAsJsonObject("score");
                for (String part : List.of("median", "low", "high")) {
                    score.addProperty(part, score.get(part).getAsDouble() * times);
                }
            }
            return result;
        });
    }

    /// Lets the visitor's server have this result under its id.
    SharedResult storedFor(Visitor visitor) {
        answer(visitor, "/api/results/" + json.get("id").getAsString(), 200, json);
        return this;
    }

    /// Lets the visitor's server have this result as one that comes with it, of the machine `big`.
    void recordedFor(Visitor visitor) {
        answer(visitor, "/api/recorded", 200, List.of(Map.of(
                "id", "big", "machine", new Gson().fromJson(json.getAsJsonObject("run").get("machine"), Map.class),
                "recordedOn", "2026-01-05", "lanesVersion", "1.2.3",
                "experiments", List.of(Map.of("id", "scripted", "title", "Scripted", "headline", "2 times faster")))));
        answer(visitor, "/api/recorded/big/scripted", 200, with(result -> {
            result.add("id", null);
            result.add("recorded", new Gson().toJsonTree(Map.of("machine", "big", "on", "2026-01-05")));
            return result;
        }).json());
    }

    static void answer(Visitor visitor, String path, int status, Object body) {
        visitor.answer(path, asked -> asked.answer(status, body));
    }
}
