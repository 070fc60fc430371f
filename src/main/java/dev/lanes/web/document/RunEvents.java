package dev.lanes.web.document;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Events of a run in one answer.
///
/// @param ended whether no other will come
/// @param events a JSON array of them, as the frames of the live stream
public record RunEvents(boolean ended, @JsonRawValue String events) {

    /// Those after the one numbered `seq`.
    public static RunEvents of(EventLog log, long seq) {
        boolean ended = log.ended();
        List<String> frames = new ArrayList<>();
        for (Optional<EventLog.Frame> next = log.after(seq); next.isPresent(); next = log.after(next.get().seq())) {
            frames.add(next.get().text());
        }
        return new RunEvents(ended, "[" + String.join(",", frames) + "]");
    }

    /// The number after which a client wants to begin: 0 if it says nothing, empty if that is no such number.
    public static Optional<Long> after(String text) {
        try {
            return Optional.of(text == null ? 0 : Long.parseLong(text)).filter(seq -> seq >= 0);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
