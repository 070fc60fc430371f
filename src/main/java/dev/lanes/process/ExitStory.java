package dev.lanes.process;

import dev.lanes.event.Problem;

/// Says what happened to a process that ended before its run did.
public final class ExitStory {
    private static final int OUT_OF_MEMORY = 3;
    public static final int DOUBTFUL = 4;
    private static final int ABORTED = 128 + 6;
    private static final int KILLED = 128 + 9;
    private static final int SEGMENTATION_FAULT = 128 + 11;
    private static final int TERMINATED = 128 + 15;

    private ExitStory() {}

    /// @param exitCode 128 and the signal's number where a signal ended the process
    public static Problem of(int exitCode, LastLines errors) {
        if (exitCode == OUT_OF_MEMORY || (exitCode != 0 && errors.contain("java.lang.OutOfMemoryError"))) {
            return new Problem("Out of memory", errors.under(
                    "The measuring process ran out of memory and ended with exit code " + exitCode + "."));
        }
        return switch (exitCode) {
            case KILLED -> new Problem("Killed from outside", errors.under(
                    "The measuring process was killed (exit code 137, signal 9). Systems do this when memory runs "
                            + "out."));
            case TERMINATED -> new Problem("Stopped from outside", errors.under(
                    "The measuring process was stopped (exit code 143, signal 15), but not by Lanes."));
            case ABORTED, SEGMENTATION_FAULT -> new Problem("The JVM crashed", errors.under(
                    "The measuring process crashed with exit code " + exitCode + "."));
            case DOUBTFUL -> new Problem("The machine's peak could not be measured",
                    errors.last().orElse("What was measured cannot be right."));
            case 0 -> new Problem("Ended early", errors.under(
                    "The measuring process ended without a result, though with exit code 0."));
            default -> new Problem("Ended early", errors.under(
                    "The measuring process ended without a result, with exit code " + exitCode + "."));
        };
    }
}
