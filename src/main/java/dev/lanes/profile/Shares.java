package dev.lanes.profile;

import dev.lanes.event.look.MachineCode;
import dev.lanes.event.look.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Folds samples into shares of the time: by line, by thread and by call.
public final class Shares {
    private static final int MOST_LINES = 60;
    private static final int MOST_THREADS = 16;
    /// What takes less is not drawn.
    private static final double LEAST = 0.004;
    private static final int DEEPEST = 40;
    /// An event is one line, which has a limit.
    private static final int MOST_CALLS = 300;
    private static final int MOST_CALLS_OF_THREADS = 200;

    private final List<Sample> samples;
    private final double total;

    private Shares(List<Sample> samples) {
        this.samples = samples;
        this.total = samples.stream().mapToDouble(Sample::weight).sum();
    }

    /// @param periodMicros between two looks, as asked for
    /// @param nsPerOp null if unknown
    public static Profile of(Recorded recorded, int periodMicros, Double nsPerOp) {
        Shares shares = new Shares(recorded.samples());
        return new Profile(
                recorded.sampler(), periodMicros, recorded.samples().size(), recorded.lost(), recorded.failed(),
                recorded.biased(), covered(recorded), nsPerOp, shares.threads(), shares.lines(),
                shares.stack("all", recorded.samples()));
    }

    private static Double covered(Recorded recorded) {
        double covered = recorded.samples().size() * recorded.everyNs() / recorded.processorNs();
        return Double.isNaN(covered) ? null : Math.min(1, Math.round(covered * 100) / 100.0);
    }

    private List<Profile.LineShare> lines() {
        Stream<Map.Entry<String, Double>> busiest = busiest(MOST_LINES, sample -> {
            Sample.Frame line = sample.line();
            return line == null ? null : MachineCode.fileOf(line.method()) + "#" + line.line();
        });
        return busiest
                .map(entry -> {
                    String[] place = entry.getKey().split("#");
                    return new Profile.LineShare(place[0], Integer.parseInt(place[1]), rounded(entry.getValue()));
                })
                .toList();
    }

    private List<Profile.ThreadShare> threads() {
        List<Map.Entry<String, Double>> busiest = busiest(MOST_THREADS, Sample::thread).toList();
        List<Profile.ThreadShare> threads = new ArrayList<>();
        int room = MOST_CALLS_OF_THREADS;
        for (Map.Entry<String, Double> thread : busiest) {
            String name = thread.getKey();
            Profile.Call stack = stack(name, samples.stream().filter(one -> one.thread().equals(name)).toList());
            boolean fits = busiest.size() > 1 && size(stack) <= room;
            room -= fits ? size(stack) : 0;
            threads.add(new Profile.ThreadShare(name, rounded(thread.getValue()), fits ? stack : null));
        }
        return threads;
    }

    private static int size(Profile.Call call) {
        return 1 + call.calls().stream().mapToInt(Shares::size).sum();
    }

    /// What takes the most time, so many at most, with its weight.
    ///
    /// @param key what a sample counts for; null for nothing
    private Stream<Map.Entry<String, Double>> busiest(int most, Function<Sample, String> key) {
        Map<String, Double> weights = new TreeMap<>();
        for (Sample sample : samples) {
            String place = key.apply(sample);
            if (place != null) {
                weights.merge(place, sample.weight(), Double::sum);
            }
        }
        return weights.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST * total)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(most);
    }

    /// The calls of these samples, from what JMH calls or the worker's task on.
    private Profile.Call stack(String name, List<Sample> some) {
        Node root = new Node();
        for (Sample sample : some) {
            Node node = root;
            node.weight += sample.weight();
            List<Sample.Frame> inside = inside(sample.frames()).reversed();
            for (Sample.Frame frame : inside.subList(0, Math.min(DEEPEST, inside.size()))) {
                node = node.calls.computeIfAbsent(MachineCode.shortName(frame.method()), unknown -> new Node());
                node.weight += sample.weight();
            }
        }
        double least = LEAST;
        Profile.Call call = call(name, root, least);
        while (size(call) > MOST_CALLS) {
            least *= 2;
            call = call(name, root, least);
        }
        return call;
    }

    /// Without JMH's own frames and what stands below the first of this project.
    private static List<Sample.Frame> inside(List<Sample.Frame> frames) {
        int outermost = -1;
        for (int at = 0; at < frames.size(); at++) {
            if (frames.get(at).ours()) {
                outermost = at;
            }
        }
        return outermost < 0 ? List.of() : frames.subList(0, outermost + 1);
    }

    private Profile.Call call(String name, Node node, double least) {
        List<Profile.Call> calls = node.calls.entrySet().stream()
                .filter(entry -> entry.getValue().weight >= least * total)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Node> entry) -> -entry.getValue().weight))
                .map(entry -> call(entry.getKey(), entry.getValue(), least))
                .toList();
        return new Profile.Call(name, rounded(node.weight), calls);
    }

    private double rounded(double weight) {
        return total == 0 ? 0 : Math.round(weight / total * 1e4) / 1e4;
    }

    private static final class Node {
        private final Map<String, Node> calls = new LinkedHashMap<>();
        private double weight;
    }
}
