package dev.lanes.engine;

import java.time.Duration;

/// How long servers wait for each other. All follow from the lease, so that they keep their order: a machine gives up
/// its run before another one may take it.
///
/// @param lease after this long without a sign of its machine a run is given to another
record Times(Duration lease) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Between two signs of life of a machine.
    Duration beat() {
        return lease.dividedBy(9);
    }

    /// After this long without one, a machine is shown as away.
    Duration silence() {
        return lease.dividedBy(3);
    }

    /// Between two signs that a run is held, if it has no events.
    Duration renewal() {
        return lease.dividedBy(45);
    }

    /// A machine that could not confirm for this long that it holds its run stops measuring.
    Duration surrender() {
        return lease.multipliedBy(2).dividedBy(3);
    }

    /// Runs of a kind without machines are given up after this long.
    Duration away() {
        return lease.multipliedBy(8).dividedBy(3);
    }

    /// An ended run that a front should have stored and has not is given to another front.
    Duration keeping() {
        return lease.multipliedBy(4).dividedBy(3);
    }

    /// A machine that has been silent for this long is no longer shown.
    Duration memory() {
        return Duration.ofDays(7);
    }

    /// The longest that one call of the engine may take.
    Duration patience() {
        return PATIENCE.compareTo(silence()) < 0 ? PATIENCE : silence();
    }
}
