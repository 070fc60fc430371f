package dev.lanes.run;

import java.time.Duration;

/// Who may have how much of the queue.
///
/// @param capacity how many runs may wait
/// @param kept how many ended runs are remembered, the latest
/// @param manyVisitors whether visitors are told apart: equal runs that wait become one, and only those who asked may
///     cancel
/// @param waitingPerVisitor how many runs of one visitor may wait
/// @param unwatched how long a run may wait with nobody watching; zero for as long as it likes
public record QueueRules(int capacity, int kept, boolean manyVisitors, int waitingPerVisitor, Duration unwatched) {

    public boolean endsUnwatched() {
        return unwatched.isPositive();
    }
}
