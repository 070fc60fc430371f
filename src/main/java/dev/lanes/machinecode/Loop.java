package dev.lanes.machinecode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

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
        List<Loop> all = merged(all(isa, method));
        return all.stream().filter(one -> all.stream().noneMatch(one::holds)).toList();
    }

    private static List<Loop> all(Isa isa, List<Instruction> method) {
        Map<Integer, Integer> places = places(method);
        return IntStream.range(0, method.size()).boxed()
                .filter(at -> Kind.isJump(isa, method.get(at).mnemonic()))
                .flatMap(at -> method.get(at).target().stream()
                        .mapToObj(places::get)
                        .filter(target -> target != null && target <= at)
                        .map(target -> new Loop(method, target, at)))
                .filter(loop -> !loop.givesUp())
                .toList();
    }

    /// A loop with parts that jump to each other's middle looks like several that overlap.
    private static List<Loop> merged(List<Loop> all) {
        List<Loop> merged = new ArrayList<>();
        for (Loop one : all.stream().sorted(Comparator.comparingInt(Loop::first)).toList()) {
            Loop before = merged.isEmpty() ? null : merged.getLast();
            if (before != null && one.first > before.first && one.first <= before.last && one.last > before.last) {
                merged.set(merged.size() - 1, new Loop(one.method, before.first, one.last));
            } else {
                merged.add(one);
            }
        }
        return merged;
    }

    /// Whether it leads to where compiled code hands over to the interpreter: C2 puts these places behind the code, and
    /// their jumps back close no loop that is taken.
    private boolean givesUp() {
        return body().stream().flatMap(one -> one.marks().stream()).anyMatch(mark -> mark.contains("UncommonTrap"));
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

    /// Whether it is JMH's loop around the call, which asks in every turn whether the time is up.
    boolean ofHarness() {
        return body().stream().anyMatch(one -> "getfield".equals(one.bytecode())
                && !one.frames().isEmpty() && one.frames().getFirst().harness());
    }

    private static Map<Integer, Integer> places(List<Instruction> method) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int at = 0; at < method.size(); at++) {
            places.put(method.get(at).at(), at);
        }
        return places;
    }
}
