package dev.lanes.web;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// `Run` of the protocol: of a run in memory, or as it was stored.
sealed interface RunAnswer permits RunView, RunAnswer.Stored {

    /// In the words of the version that measured it.
    record Stored(@JsonValue ObjectNode document) implements RunAnswer {}
}
