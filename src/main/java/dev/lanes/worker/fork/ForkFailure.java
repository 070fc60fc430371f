package dev.lanes.worker.fork;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A fork that could not be started or did not end well. The message is a sentence for the visitor.
public final class ForkFailure extends RuntimeException {
    private static final Pattern EXIT_CODE = Pattern.compile("Forked VM failed with exit code (\\d+)");
    private static final int KILLED = 137;

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
        return new ForkFailure(why.orElseGet(() -> EditFailure.sentence(trace(cause))), cause, lastLines);
    }

    /// The failure of a fork that ended without an error and before its measurement did.
    static ForkFailure early(String lastLines) {
        return new ForkFailure(EditFailure.EARLY, null, lastLines);
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

    /// With suppressed exceptions, among which JMH hides the fork's own.
    private static String trace(Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
