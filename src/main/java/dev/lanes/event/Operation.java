package dev.lanes.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// One operation of a pooled case, as the lanes of its workers: what each did, from the operation's begin to its end.
///
/// @param spanNs from begin to end
/// @param lanes one per worker: a platform thread, or a carrier of virtual threads
/// @param busyShare the part of all lanes' time, 0 to 1, in which they ran tasks
/// @param tasks how many tasks began in it
/// @param meanTaskNs what those took from begin to end, waits included; 0 without tasks
public record Operation(long spanNs, List<Lane> lanes, double busyShare, int tasks, double meanTaskNs) {

    /// The part of all lanes' time, 0 to 1, in which their tasks waited.
    public double waitingShare() {
        double waited = lanes.stream()
                .flatMap(lane -> lane.segments().stream())
                .filter(segment -> segment.state() == State.WAITING)
                .mapToDouble(segment -> segment.share() * (segment.toNs() - segment.fromNs()))
                .sum();
        return waited == 0 ? 0 : waited / spanNs / lanes.size();
    }

    /// What one worker did, in order of time. Where no segment is, it was idle.
    public record Lane(String name, List<Segment> segments) {}

    /// A stretch of time in one state.
    ///
    /// @param fromNs from the operation's begin
    /// @param share the part of the stretch, 0 to 1, in which the state held: 1 unless many short ones were put
    ///        together, and then two segments may share one stretch
    public record Segment(long fromNs, long toNs, State state, double share) {}

    /// What a worker does when it is not idle.
    public enum State {
        /// A task of its own is under way.
        @JsonProperty("running")
        RUNNING,
        /// A task of its own has begun and cannot go on: it waits for a lock, another task or the end of a sleep.
        @JsonProperty("waiting")
        WAITING
    }
}
