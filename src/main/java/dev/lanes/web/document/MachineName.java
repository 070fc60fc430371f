package dev.lanes.web.document;

import com.fasterxml.jackson.databind.JsonNode;

/// What a result's machine is called in a preview. Results of some ARM servers have no name of the processor.
public final class MachineName {
    private MachineName() {}

    /// @param machine as a result has it; it may be missing
    public static String of(JsonNode machine) {
        String model = machine.path("cpuModel").asText("").strip();
        String architecture = machine.path("architecture").asText("").strip();
        return !model.isEmpty() ? model : !architecture.isEmpty() ? architecture + " processor" : "an unknown machine";
    }
}
