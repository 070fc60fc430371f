package dev.lanes.worker.fork;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says what edited code did to its fork.
final class EditFailure {
    static final String EARLY = "The JVM of the edit ended before it was measured.";

    private static final Pattern EXIT_CODE = Pattern.compile("Forked VM failed with exit code (\\d+)");
    private static final Pattern THROWN = Pattern.compile("(?m)^\\s*(?:Caused by|Suppressed): ([\\w.$]+)(?:: (.*))?$");
    private static final Pattern OURS = Pattern.compile("at (?:app//)?dev\\.lanes\\.[^(]*\\((\\w+\\.java:\\d+)\\)");
    private static final int LONGEST = 200;
    private static final int KILLED = 137;

    private EditFailure() {}

    /// @param trace of the exception that JMH ended with
    static String sentence(String trace) {
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
            return EARLY;
        }
        return Integer.parseInt(exit.group(1)) == KILLED
                ? "The JVM of the edit was killed, as systems do when memory runs out."
                : "The JVM of the edit ended with exit code %s before it was measured.".formatted(exit.group(1));
    }

    private static String shortened(String message) {
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message;
    }
}
