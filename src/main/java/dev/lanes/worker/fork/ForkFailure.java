package dev.lanes.worker.fork;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A fork that could not be started or did not end well. The message is a sentence for the visitor.
public final class ForkFailure extends RuntimeException {
    private static final Pattern EXIT_CODE = Pattern.compile("Forked VM failed with exit code (\\d+)");
    private static final Pattern THROWN = Pattern.compile("(?m)^\\s*(?:Caused by|Suppressed): ([\\w.$]+)(?:: (.*))?$");
    private static final Pattern OURS = Pattern.compile("at (?:app//)?dev\\.lanes\\.[^(]*\\((\\w+\\.java:\\d+)\\)");
    private static final int LONGEST = 200;
    private static final int KILLED = 137;
    private static final String EDIT_ENDED_EARLY = "The JVM of the edit ended before it was measured.";

    private final String lastLines;

    private ForkFailure(String message, Throwable cause, String lastLines) {
        super(message, cause);
        this.lastLines = lastLines;
    }

    /// The failure of the case `key`, told by its cause.
    static ForkFailure of(String key, Throwable cause, String lastLines) {
        return new ForkFailure(sentence(key, trace(cause)), cause, lastLines);
    }

    /// The failure of a fork that ran edited code.
    ///
    /// @param why the sentence, if the fork was killed; else the cause tells
    static ForkFailure ofEdit(Throwable cause, Optional<String> why, String lastLines) {
        return new ForkFailure(why.orElseGet(() -> sentenceOfEdit(trace(cause))), cause, lastLines);
    }

    /// The failure of a fork that ended without an error and before its measurement did.
    static ForkFailure early(String lastLines) {
        return new ForkFailure(EDIT_ENDED_EARLY, null, lastLines);
    }

    /// What the fork printed last.
    public String detail() {
        return lastLines;
    }

    private static String sentence(String key, String trace) {
        if (trace.contains(OutOfMemoryError.class.getName())) {
            return "The JVM that measured %s ran out of memory.".formatted(key);
        }
        Matcher exit = EXIT_CODE.matcher(trace);
        if (!exit.find()) {
            return "Measuring %s failed.".formatted(key);
        }
        return Integer.parseInt(exit.group(1)) == KILLED
                ? "The JVM that measured %s was killed.".formatted(key)
                : "The JVM that measured %s ended with exit code %s.".formatted(key, exit.group(1));
    }

    /// What edited code did to its fork.
    private static String sentenceOfEdit(String trace) {
        if (trace.contains(OutOfMemoryError.class.getName())) {
            return "The edit ran out of memory.";
        }
        Matcher thrown = THROWN.matcher(trace);
        while (thrown.find()) {
            String type = thrown.group(1);
            if (!type.startsWith("org.openjdk.jmh.") && !type.endsWith("InvocationTargetException")) {
                Matcher place = OURS.matcher(trace);
                String message = thrown.group(2) == null ? "" : ": " + shortened(thrown.group(2));
                return "The edit threw %s%s%s.".formatted(
                        type, message, place.find(thrown.end()) ? ", at " + place.group(1) : "");
            }
        }
        Matcher exit = EXIT_CODE.matcher(trace);
        if (!exit.find()) {
            return EDIT_ENDED_EARLY;
        }
        return Integer.parseInt(exit.group(1)) == KILLED
                ? "The JVM of the edit was killed, as systems do when memory runs out."
                : "The JVM of the edit ended with exit code %s before it was measured.".formatted(exit.group(1));
    }

    private static String shortened(String message) {
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message;
    }

    /// With suppressed exceptions, among which JMH hides the fork's own.
    private static String trace(Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
