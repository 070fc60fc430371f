package dev.lanes.run;

import dev.lanes.plan.PlannedRun;
import java.util.Optional;
import java.util.OptionalLong;

/// Where runs are asked for, found and cancelled, wherever they are measured.
public interface RunDesk extends AutoCloseable {

    /// What became of a planned run.
    sealed interface Submission {
        /// @param fresh whether the run is new, and not one that waits already for somebody who asked for the same
        record Accepted(RunLog run, boolean fresh) implements Submission {}

        /// The queue is full.
        record Full(long retryAfterSeconds) implements Submission {}

        /// The visitor has a run waiting and may have no other.
        record OneWaits(long retryAfterSeconds) implements Submission {}
    }

    /// The outcome of a cancel request.
    enum Cancelling {
        UNKNOWN,
        CANCELLED,
        /// It had finished or failed before.
        TOO_LATE,
        /// Others asked for it, too, and it goes on for them. The visitor who left it gets the same answer again.
        LEFT_TO_OTHERS,
        /// Somebody else asked for it.
        NOT_YOURS
    }

    /// Such as a visitor is told to wait: at least one.
    static long wholeSeconds(double seconds) {
        return (long) Math.max(1, Math.ceil(seconds));
    }

    /// @param visitor who asks; may get a run that already waits for somebody else, if the rules share runs
    Submission submit(PlannedRun planned, String visitor);

    /// How many seconds the visitor has to wait before the next run, as far as other servers know; empty if they need
    /// not.
    ///
    /// @param atOnce how many runs a visitor may ask for at once
    /// @param perMinute how many in the long run
    default OptionalLong waitOf(String visitor, int atOnce, int perMinute) {
        return OptionalLong.empty();
    }

    /// May wait for a server elsewhere.
    Optional<RunLog> find(String id);

    /// The run if this server has it at hand; never waits.
    default Optional<RunLog> atHand(String id) {
        return find(id);
    }

    /// Cancels the run, if it is the visitor's own, and waits until nothing of it is left.
    Cancelling cancel(String id, String visitor) throws InterruptedException;

    /// How many runs wait.
    int waiting();

    /// Whether a run that is asked for now would have to wait.
    boolean busy();

    /// Whether runs are measured and none waits in vain; false once the desk is closed.
    boolean working();

    /// Why runs cannot be had now, as a sentence without a full stop; empty if they can.
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /// Whether the desk hands every ended run to one archiver of all servers: then nobody else needs to keep it.
    default boolean handsOverTo(Archiver archiver) {
        return false;
    }

    /// Keeps runs that have ended.
    interface Archiver {
        /// Keeps the run, some time soon.
        void keep(RunLog run);

        /// Whether that was done.
        boolean keeps(String id);
    }

    @Override
    void close();
}
