package dev.lanes.worker.timeline;

import dev.lanes.event.Operation;
import dev.lanes.event.Operation.Segment;
import dev.lanes.event.Operation.State;
import dev.lanes.worker.timeline.Watched.Pause;
import dev.lanes.worker.timeline.Watched.Span;
import dev.lanes.worker.timeline.Watched.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Folds what was seen of the workers into what each lane did during one operation.
///
/// A task that had its lane to itself from begin to end is *settled* there: the lane runs it, or waits while it stands
/// still. All others left their carrier to wait and came back somewhere. Of these *wanderers* only the number is known:
/// as many lanes that do not stand still run one, and lanes that do stand still wait for the rest.
final class LaneFold {
    private final List<String> lanes;
    private final Span span;
    private final int[] settled;
    private final int[] paused;
    private final List<List<Segment>> segments = new ArrayList<>();
    private int wanderers;

    private LaneFold(List<String> lanes, Span span) {
        this.lanes = lanes;
        this.span = span;
        this.settled = new int[lanes.size()];
        this.paused = new int[lanes.size()];
        lanes.forEach(lane -> segments.add(new ArrayList<>()));
    }

    /// The typical operation on `workers` lanes that are called `laneName` and their number.
    static Operation fold(Watched watched, int workers, String laneName) {
        List<String> lanes = watched.lanes();
        Span span = watched.typical();
        LaneFold fold = new LaneFold(lanes, span);
        fold.sweep(fold.changes(watched));
        List<Operation.Lane> named = new ArrayList<>();
        long running = 0;
        for (int lane = 0; lane < Math.max(workers, lanes.size()); lane++) {
            List<Segment> own = lane < lanes.size() ? fold.segments.get(lane) : List.of();
            named.add(new Operation.Lane(laneName + " " + (lane + 1), own));
            running += own.stream().filter(one -> one.state() == State.RUNNING)
                    .mapToLong(one -> one.toNs() - one.fromNs()).sum();
        }
        double busyShare = span.length() == 0 ? 0 : (double) running / span.length() / named.size();
        LongSummaryStatistics tasks = watched.tasks().stream()
                .filter(task -> span.holds(task.span().begin()))
                .mapToLong(task -> task.span().length())
                .summaryStatistics();
        return new Operation(span.length(), named, busyShare, (int) tasks.getCount(), tasks.getAverage());
    }

    /// Everything that happens to a lane or to the number of wanderers, by time.
    private TreeMap<Long, List<Runnable>> changes(Watched watched) {
        TreeMap<Long, List<Runnable>> changes = new TreeMap<>();
        Set<Task> alone = aloneOnTheirLane(watched.tasks());
        for (Task task : watched.tasks()) {
            if (!task.span().meets(span)) {
                continue;
            }
            if (alone.contains(task)) {
                count(changes, task.span(), settled, lanes.indexOf(task.firstLane()));
            } else {
                at(changes, task.span().begin(), () -> wanderers++);
                at(changes, task.span().end(), () -> wanderers--);
            }
        }
        for (Pause pause : watched.pauses()) {
            if (pause.span().meets(span) && lanes.contains(pause.lane())) {
                count(changes, pause.span(), paused, lanes.indexOf(pause.lane()));
            }
        }
        unseen(watched).forEach(pause -> count(changes, pause.span(), paused, lanes.indexOf(pause.lane())));
        return changes;
    }

    /// Before a lane's first sign and after its last it stood still: a pause is seen only as a whole.
    private List<Pause> unseen(Watched watched) {
        Map<String, Span> seen = new HashMap<>();
        for (Task task : watched.tasks()) {
            seen.merge(task.firstLane(), new Span(task.span().begin(), task.span().begin()), LaneFold::both);
            seen.merge(task.lastLane(), new Span(task.span().end(), task.span().end()), LaneFold::both);
        }
        watched.pauses().forEach(pause -> seen.merge(pause.lane(), pause.span(), LaneFold::both));
        List<Pause> pauses = new ArrayList<>();
        for (String lane : lanes) {
            pauses.add(new Pause(lane, new Span(Long.MIN_VALUE, seen.get(lane).begin())));
            pauses.add(new Pause(lane, new Span(seen.get(lane).end(), Long.MAX_VALUE)));
        }
        return pauses;
    }

    private static Span both(Span one, Span other) {
        return new Span(Math.min(one.begin(), other.begin()), Math.max(one.end(), other.end()));
    }

    /// The tasks that ended where they began and on whose lane no other began or ended meanwhile.
    private static Set<Task> aloneOnTheirLane(List<Task> tasks) {
        record Sign(String lane, long at, Task task) {}
        List<Sign> signs = new ArrayList<>();
        for (Task task : tasks) {
            signs.add(new Sign(task.firstLane(), task.span().begin(), task));
            signs.add(new Sign(task.lastLane(), task.span().end(), task));
        }
        signs.sort(Comparator.comparing(Sign::lane).thenComparingLong(Sign::at));
        Set<Task> alone = new HashSet<>();
        for (int at = 1; at < signs.size(); at++) {
            Sign before = signs.get(at - 1);
            if (before.task() == signs.get(at).task() && before.lane().equals(signs.get(at).lane())) {
                alone.add(before.task());
            }
        }
        return alone;
    }

    private static void count(TreeMap<Long, List<Runnable>> changes, Span span, int[] counts, int lane) {
        at(changes, span.begin(), () -> counts[lane]++);
        at(changes, span.end(), () -> counts[lane]--);
    }

    private static void at(TreeMap<Long, List<Runnable>> changes, long time, Runnable change) {
        changes.computeIfAbsent(time, first -> new ArrayList<>()).add(change);
    }

    private void sweep(TreeMap<Long, List<Runnable>> changes) {
        long since = Long.MIN_VALUE;
        for (Map.Entry<Long, List<Runnable>> next : changes.entrySet()) {
            long from = Math.max(since, span.begin());
            long to = Math.min(next.getKey(), span.end());
            if (from < to) {
                draw(from - span.begin(), to - span.begin());
            }
            next.getValue().forEach(Runnable::run);
            since = next.getKey();
        }
    }

    private void draw(long from, long to) {
        int left = wanderers;
        for (int lane = 0; lane < lanes.size(); lane++) {
            boolean own = settled[lane] > 0;
            if (paused[lane] == 0 && (own || left > 0)) {
                left -= own ? 0 : 1;
                add(lane, from, to, State.RUNNING);
            } else if (paused[lane] > 0 && own) {
                add(lane, from, to, State.WAITING);
            }
        }
        for (int lane = 0; lane < lanes.size() && left > 0; lane++) {
            if (paused[lane] > 0 && settled[lane] == 0) {
                left--;
                add(lane, from, to, State.WAITING);
            }
        }
    }

    private void add(int lane, long from, long to, State state) {
        List<Segment> own = segments.get(lane);
        boolean goesOn = !own.isEmpty() && own.getLast().toNs() == from && own.getLast().state() == state;
        long begin = goesOn ? own.removeLast().fromNs() : from;
        own.add(new Segment(begin, to, state, 1));
    }
}
