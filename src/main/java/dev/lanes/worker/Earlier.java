package dev.lanes.worker;

import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
import dev.lanes.stats.Fact;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a run's document tells of a case, as samples: less than its forks knew, but all of their times.
final class Earlier {
    /// So many that what an operation allocates is not taken for the harness's own.
    private static final double MANY = 1e9;

    private Earlier() {}

    /// In the order in which they ran.
    static List<ForkSamples> forks(Run.Case one) {
        Map<Integer, List<Run.Iteration>> forks = one.iterations().stream()
                .collect(Collectors.groupingBy(Run.Iteration::round, TreeMap::new, Collectors.toList()));
        return forks.values().stream()
                .map(own -> new ForkSamples(own.stream().map(iteration -> noted(iteration, one)).toList()))
                .toList();
    }

    private static Iteration noted(Run.Iteration iteration, Run.Case one) {
        Map<Fact, Double> facts = new EnumMap<>(Fact.class);
        // Whether it waited is not told: it may have.
        facts.put(Fact.WAITS_PER_OP, 1.0);
        if (iteration.cpuNsPerOp() != null) {
            facts.put(Fact.CPU_NS_PER_OP, iteration.cpuNsPerOp());
        }
        if (one.allocatedBytesPerOp() != null) {
            facts.put(Fact.BYTES_PER_OP, one.allocatedBytesPerOp());
            facts.put(Fact.OPERATIONS, MANY);
        }
        return new Iteration(iteration.phase() == RunEvent.Phase.WARMUP, iteration.nsPerOp(), facts);
    }
}
