package dev.lanes.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// A run to be stored, as a test needs it.
record GivenRun(String id, Instant at, String experiment, String machine, String code) {

    static GivenRun at(Instant created) {
        return new GivenRun(UUID.randomUUID().toString(), created, "dot", "Fake CPU", "{\"id\": \"dot\"}");
    }

    GivenRun of(String other) {
        return new GivenRun(id, at, other, machine, code);
    }

    GivenRun on(String other) {
        return new GivenRun(id, at, experiment, other, code);
    }

    GivenRun withExperiment(String other) {
        return new GivenRun(id, at, experiment, machine, other);
    }

    StoredRun unfinished(String state) {
        return new StoredRun(
                new RunSummary(id, experiment, "A title", state, "quick", at, null, null, null),
                bytes("{\"state\": \"" + state + "\"}"), bytes(code), null);
    }

    StoredRun ended(String state) {
        return new StoredRun(
                new RunSummary(id, experiment, "A title", state, "quick", at, at.plusSeconds(9), machine, "It holds."),
                bytes("{\"state\": \"" + state + "\"}"), bytes(code), bytes("{\"seq\":1}\n{\"seq\":2}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
