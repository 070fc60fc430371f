package dev.lanes.page;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.lanes.run.FakeWorker.Script;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Answers of a server that knows what its machine can do at most, and how much the scripted experiment has to do.
public final class MachineAnswers {
    private static final String ADDRESS = "/?v=1&section=3&scripted.workers=1,2&scripted.param.script=";
    static final List<String> KEYS = List.of("plain", "one-per-worker/platform/1", "one-per-worker/platform/2",
            "one-per-worker/virtual/1", "one-per-worker/virtual/2");
    static final String MEASURED = """
            {"state": "MEASURED", "measuredAt": "2026-01-02T12:00:00Z", "jvm": "25",
             "compute": [{"workers": 1, "gflops": {"median": 100, "low": 99, "high": 101}},
                         {"workers": 2, "gflops": {"median": 200, "low": 198, "high": 202}}],
             "bandwidth": [
               {"level": "L1", "upToBytes": 16384, "workers": 1, "pattern": "load",
                "gbPerSecond": {"median": 250, "low": 240, "high": 260}},
               {"level": "memory", "upToBytes": null, "workers": 1, "pattern": "load",
                "gbPerSecond": {"median": 20, "low": 19, "high": 21}},
               {"level": "L1", "upToBytes": 16384, "workers": 2, "pattern": "load",
                "gbPerSecond": {"median": 490, "low": 480, "high": 500}},
               {"level": "memory", "upToBytes": null, "workers": 2, "pattern": "load",
                "gbPerSecond": {"median": 22, "low": 21, "high": 23}}]}""";
    static final String NOT_MEASURED = """
            {"state": "NONE", "compute": [], "bandwidth": []}""";
    static final String MEASURING = """
            {"state": "MEASURING", "compute": [], "bandwidth": []}""";
    static final String FAILED = """
            {"state": "FAILED", "compute": [], "bandwidth": [],
             "problem": {"title": "A fork failed", "detail": "It says why."}}""";
    static final Map<String, Integer> CALCULATES = Map.of("flops", 5150, "bytes", 515, "footprint", 4096);
    static final Map<String, Integer> MOVES = Map.of("flops", 0, "bytes", 1030, "footprint", 1 << 26);

    private MachineAnswers() {}

    /// Opens the scripted experiment, each operation of which does that work, or, where it is null, work that is not
    /// counted.
    ///
    /// @param ceilings the answer to what the machine can do at most
    static Card open(
            Visitor visitor, Map<String, Integer> work, Supplier<String> ceilings, Script script) {
        visitor.answer("/api/experiments", asked -> {
            JsonArray experiments = asked.answerOfServer().getAsJsonArray();
            for (JsonElement experiment : experiments) {
                boolean scripted = experiment.getAsJsonObject().get("id").getAsString().equals("scripted");
                experiment.getAsJsonObject().addProperty("countsWork", !scripted || work != null);
            }
            asked.answer(200, experiments);
        });
        visitor.page().addInitScript("""
                window.WebSocket = class extends WebSocket {
                    set onmessage(listen) {
                        super.onmessage = listen && (({ data }) => {
                            const events = [JSON.parse(data)].flat();
                            events.forEach(event => event.run?.cases.forEach(one => { one.work = WORK; }));
                            listen({ data: JSON.stringify(events) });
                        });
                    }
                }""".replace("WORK", new Gson().toJson(work)));
        visitor.answer("/api/machine/ceilings", asked -> {
            if (asked.method().equals("GET")) {
                asked.answer(200, JsonParser.parseString(ceilings.get()));
            } else {
                asked.answer(409, Map.of("title", "Conflict", "detail", "A run is going on."));
            }
        });
        return visitor.open(ADDRESS + script.number()).card();
    }
}
