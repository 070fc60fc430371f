package dev.lanes.worker.fork;

import java.util.Locale;
import java.util.Optional;

/// The time that a fork of edited code may take, and between two signs of life: it is killed if it takes longer.
final class ForkLimit implements AutoCloseable {
    private static final double LONGEST_SECONDS = 60;
    private static final double LEAST_SILENCE = 5;
    private static final double MOST_SILENCE = 30;
    /// So many times as long as a whole fork of the original, and what starting one takes on a slow machine.
    private static final double TIMES = 4;
    private static final double START = 3;
    /// If the original has not been measured.
    private static final double USUAL_SILENCE = 15;
    private static final int POLL_MILLIS = 200;

    private final double silence;
    private final long begin = System.nanoTime();
    private final Thread watch = Thread.ofPlatform().daemon().name("fork-limit").unstarted(this::watch);
    private volatile long heard = begin;
    private volatile String why;

    private ForkLimit(double silence) {
        this.silence = silence;
        watch.start();
    }

    /// @param originalSeconds what a whole fork of the original took; NaN if that is not known
    static ForkLimit start(double originalSeconds) {
        return new ForkLimit(Double.isNaN(originalSeconds)
                ? USUAL_SILENCE
                : Math.clamp(START + TIMES * originalSeconds, LEAST_SILENCE, MOST_SILENCE));
    }

    void heard() {
        heard = System.nanoTime();
    }

    /// Why the fork was killed, as a sentence; empty if it was not.
    Optional<String> why() {
        return Optional.ofNullable(why);
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private void watch() {
        try {
            while (why == null) {
                Thread.sleep(POLL_MILLIS);
                if (secondsSince(heard) > silence) {
                    why = String.format(
                            Locale.ROOT, "The edit was stopped: no iteration of it ended within %.0f s.", silence);
                } else if (secondsSince(begin) > LONGEST_SECONDS) {
                    why = String.format(
                            Locale.ROOT, "The edit was stopped: its JVM took longer than %.0f s.", LONGEST_SECONDS);
                }
            }
            // A fork that is about to start others may need a second blow.
            while (true) {
                ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
