package dev.lanes.web.api;

import dev.lanes.event.RunState;
import dev.lanes.plan.Quote;
import dev.lanes.store.RunSearch;
import dev.lanes.web.http.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/// Reads what is looked for among the runs from the parameters of a call.
final class RunSearchReader {
    private static final int LARGEST_PAGE = 1_000_000;
    private static final int LARGEST_SIZE = 100;
    private static final int LONGEST_TEXT = 100;
    private static final List<String> STATES = Arrays.stream(RunState.values()).map(Enum::name).toList();

    private RunSearchReader() {}

    /// Null stands for what was left out.
    ///
    /// @param from a day, or a moment
    /// @param to a day, which is included, or a moment, which is not
    /// @param sharedOnly whether only those count of which somebody has shared the result
    /// @throws ProblemException with status 422 where a value is none of those that there can be
    static RunSearch read(
            String experiment, String machine, String from, String to, String state, String page, String size,
            boolean sharedOnly) {
        if (state != null && !STATES.contains(state)) {
            throw refused("state", state, "one of " + String.join(", ", STATES));
        }
        return new RunSearch(
                text("experiment", experiment), text("machine", machine),
                moment("from", from, 0), moment("to", to, 1), state,
                number("page", page, 1, LARGEST_PAGE), number("size", size, 20, LARGEST_SIZE), sharedOnly);
    }

    private static String text(String field, String value) {
        if (value != null && (value.length() > LONGEST_TEXT || value.chars().anyMatch(Character::isISOControl))) {
            throw refused(field, value, "at most " + LONGEST_TEXT + " characters of text");
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Instant moment(String field, String value, int daysLater) {
        if (value == null) {
            return null;
        }
        try {
            if (value.matches("[0-9]{4}-.*")) {
                return value.contains("T")
                        ? Instant.parse(value)
                        : LocalDate.parse(value).plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
        } catch (DateTimeException notADay) {
            // Refused as well.
        }
        throw refused(field, value, "a day such as 2026-01-31, or a moment such as 2026-01-31T12:00:00Z");
    }

    private static int number(String field, String value, int standard, int most) {
        if (value == null) {
            return standard;
        }
        int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
        if (number < 1 || number > most) {
            throw refused(field, value, "a whole number from 1 to " + most);
        }
        return number;
    }

    static ProblemException refused(String field, String value, String allowed) {
        return new ProblemException(
                422, "%s is \"%s\"; it must be %s.".formatted(field, Quote.of(value), allowed), field);
    }
}
