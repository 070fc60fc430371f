package dev.lanes.machinecode;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A loop in a method's code.
///
/// @param first index of its first instruction in the method
/// @param last index of its last one, mostly the jump back
record Loop(List<Instruction> method, int first, int last) {
    /// A loop with so much of the most time is as hot as that.
    private static final double NEARLY = 0.7;

    List<Instruction> body() {
        return method.subList(first, last + 1);
    }

    /// The loop that takes the time. Copies of a loop for the first and the last few turns have the same lines as the
    /// one between them, which does the most in a turn.
    ///
    /// @param samples how much time was seen at each place
    static Optional<Loop> hot(Isa isa, List<Instruction> method, Map<Frame, Double> samples) {
        List<Loop> loops = new Flow(isa, method).innermost();
        double most = loops.stream().mapToDouble(one -> one.weight(samples)).max().orElse(0);
        return loops.stream()
                .filter(one -> one.weight(samples) >= most * NEARLY)
                .max(Comparator.comparingDouble((Loop one) -> one.work(isa)).thenComparing(one -> -one.first));
    }

    /// The time seen at the places of its instructions. A loop that the JVM has put in by itself, to clear the memory
    /// of a new object, has none: its instructions come before those of some other place.
    double weight(Map<Frame, Double> samples) {
        Set<Frame> seen = new HashSet<>();
        return body().stream()
                .filter(Instruction::exact)
                .map(Instruction::place)
                .filter(place -> place != null && seen.add(place))
                .mapToDouble(place -> samples.getOrDefault(place, 0.0))
                .sum();
    }

    /// How much arithmetic and moving a turn does, counted in numbers.
    private double work(Isa isa) {
        return body().stream().mapToDouble(one -> Kind.of(isa, one).numbers()).sum();
    }

    /// Whether it is JMH's loop around the call, which asks in every turn whether the time is up.
    boolean ofHarness() {
        return body().stream().anyMatch(one -> "getfield".equals(one.bytecode())
                && !one.frames().isEmpty() && one.frames().getFirst().harness());
    }
}
