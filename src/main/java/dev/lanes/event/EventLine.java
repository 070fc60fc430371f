package dev.lanes.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/// Plans, events and what they carry as lines of JSON, one each.
public final class EventLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventLine() {}

    /// A record on one line, without its line break.
    public static String write(Object told) {
        try {
            return JSON.writeValueAsString(told);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @throws IllegalArgumentException where the line is no such record
    public static <T> T read(String line, Class<T> type) {
        try {
            return JSON.readValue(line, type);
        } catch (JsonProcessingException problem) {
            throw new IllegalArgumentException("Not a line of " + type.getSimpleName() + ": " + line, problem);
        }
    }
}
