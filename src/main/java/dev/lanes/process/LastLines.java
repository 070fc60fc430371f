package dev.lanes.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The last lines that a process printed, for the report of its failure.
public final class LastLines {
    /// Stands between a sentence and the lines.
    public static final String FOLLOW = " It printed last:\n";

    private static final int KEPT = 20;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        lines.add(line);
        if (lines.size() > KEPT) {
            lines.remove();
        }
    }

    public synchronized boolean contain(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    synchronized Optional<String> last() {
        return Optional.ofNullable(lines.peekLast());
    }

    /// The sentence, with the lines under it where there are any.
    public synchronized String under(String sentence) {
        return lines.isEmpty() ? sentence : sentence + FOLLOW + String.join("\n", lines);
    }
}
