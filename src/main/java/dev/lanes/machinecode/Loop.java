package dev.lanes.machinecode;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A loop in a method's code: the instructions from where a jump back leads to that jump.
///
/// @param first index of its first instruction in the method
/// @param last index of the jump back
record Loop(List<Instruction> method, int first, int last) {

    List<Instruction> body() {
        return method.subList(first, last + 1);
    }

    private boolean holds(Loop other) {
        return first <= other.first && other.last <= last && !equals(other);
    }

    /// The loops that have no other in them, in the order of the code.
    static List<Loop> innermost(Isa isa, List<Instruction> method) {
        Map<Integer, Integer> places = places(method);
        List<Loop> all = Stream.iterate(0, at -> at < method.size(), at -> at + 1)
                .filter(at -> Kind.isJump(isa, method.get(at).mnemonic()))
                .flatMap(at -> method.get(at).target().stream()
                        .mapToObj(places::get)
                        .filter(target -> target != null && target <= at)
                        .map(target -> new Loop(method, target, at)))
                .toList();
        return all.stream().filter(one -> all.stream().noneMatch(one::holds)).toList();
    }

    /// The loop that takes the time. Copies of a loop for the first and the last few turns have the same lines as the
    /// one between them, which does the most in a turn.
    ///
    /// @param samples how much time was seen at each place
    static Optional<Loop> hot(Isa isa, List<Instruction> method, Map<Frame, Double> samples) {
        List<Loop> loops = innermost(isa, method);
        double most = loops.stream().mapToDouble(one -> one.weight(samples)).max().orElse(0);
        return loops.stream()
                .filter(one -> one.weight(samples) >= most * NEARLY)
                .max(Comparator.comparingDouble((Loop one) -> one.work(isa)).thenComparing(one -> -one.first));
    }

    private static final double NEARLY = 0.7;

    /// The time seen at the places of its instructions.
    double weight(Map<Frame, Double> samples) {
        Set<Frame> seen = new HashSet<>();
        return body().stream()
                .map(Instruction::place)
                .filter(place -> place != null && seen.add(place))
                .mapToDouble(place -> samples.getOrDefault(place, 0.0))
                .sum();
    }

    /// How much arithmetic and moving a turn does, counted in numbers.
    private double work(Isa isa) {
        return body().stream().mapToDouble(one -> Kind.of(isa, one).numbers()).sum();
    }

    /// Whether its jump back is that of JMH's loop around the call.
    boolean ofHarness() {
        Frame place = method.get(last).place();
        return place != null && place.harness();
    }

    private static Map<Integer, Integer> places(List<Instruction> method) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int at = 0; at < method.size(); at++) {
            places.put(method.get(at).at(), at);
        }
        return places;
    }
}
