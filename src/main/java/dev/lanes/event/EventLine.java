package dev.lanes.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/// Plans and events as lines of JSON, one each.
public final class EventLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventLine() {}

    /// The event on one line, without its line break.
    public static String write(RunEvent event) {
        return line(event);
    }

    /// The plan on one line, without its line break.
    public static String write(Plan plan) {
        return line(plan);
    }

    /// The machine on one line, without its line break.
    public static String write(Machine machine) {
        return line(machine);
    }

    /// The ceilings on one line, without its line break.
    public static String write(Ceilings ceilings) {
        return line(ceilings);
    }

    /// @throws IllegalArgumentException where the line is not an event
    public static RunEvent readEvent(String line) {
        return read(line, RunEvent.class);
    }

    /// @throws IllegalArgumentException where the line is not a plan
    public static Plan readPlan(String line) {
        return read(line, Plan.class);
    }

    /// @throws IllegalArgumentException where the line is not a machine
    public static Machine readMachine(String line) {
        return read(line, Machine.class);
    }

    /// @throws IllegalArgumentException where the line is no ceilings
    public static Ceilings readCeilings(String line) {
        return read(line, Ceilings.class);
    }

    private static String line(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T read(String line, Class<T> type) {
        try {
            return JSON.readValue(line, type);
        } catch (JsonProcessingException problem) {
            throw new IllegalArgumentException("Not a line of " + type.getSimpleName() + ": " + line, problem);
        }
    }
}
