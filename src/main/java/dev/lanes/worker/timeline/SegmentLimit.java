package dev.lanes.worker.timeline;

import dev.lanes.event.Operation;
import dev.lanes.event.Operation.Segment;
import dev.lanes.event.Operation.State;
import java.util.ArrayList;
import java.util.List;

/// Keeps an operation small enough to be sent and drawn.
final class SegmentLimit {
    /// The largest number of segments of an operation, over all its lanes.
    static final int SEGMENTS = 480;

    /// Shares are told in thousandths; less than one is none.
    private static final double THOUSANDTHS = 1000;

    private SegmentLimit() {}

    /// The operation itself where it has few segments. Otherwise each lane is cut into stretches of one length that
    /// tell how much of them the lane ran and waited; all other figures of the operation stay as they were before.
    static Operation apply(Operation operation) {
        int segments = operation.lanes().stream().mapToInt(lane -> lane.segments().size()).sum();
        if (segments <= SEGMENTS) {
            return operation;
        }
        int stretches = Math.max(1, SEGMENTS / (State.values().length * operation.lanes().size()));
        List<Operation.Lane> lanes = operation.lanes().stream()
                .map(lane -> new Operation.Lane(
                        lane.name(), stretched(lane.segments(), operation.spanNs(), stretches)))
                .toList();
        return new Operation(
                operation.spanNs(), lanes, operation.busyShare(), operation.tasks(), operation.meanTaskNs());
    }

    private static List<Segment> stretched(List<Segment> segments, long spanNs, int stretches) {
        List<Segment> found = new ArrayList<>();
        int first = 0;
        for (int stretch = 0; stretch < stretches; stretch++) {
            long from = Math.round((double) spanNs * stretch / stretches);
            long to = Math.round((double) spanNs * (stretch + 1) / stretches);
            while (first < segments.size() && segments.get(first).toNs() <= from) {
                first++;
            }
            for (State state : State.values()) {
                double share = share(segments, first, from, to, state);
                if (share > 0) {
                    found.add(new Segment(from, to, state, share));
                }
            }
        }
        return found;
    }

    private static double share(List<Segment> segments, int first, long from, long to, State state) {
        long covered = 0;
        for (int at = first; at < segments.size() && segments.get(at).fromNs() < to; at++) {
            Segment one = segments.get(at);
            if (one.state() == state) {
                covered += Math.min(one.toNs(), to) - Math.max(one.fromNs(), from);
            }
        }
        return Math.floor(covered * THOUSANDTHS / Math.max(1, to - from)) / THOUSANDTHS;
    }
}
