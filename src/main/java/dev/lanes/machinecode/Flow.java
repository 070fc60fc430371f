package dev.lanes.machinecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which way the instructions of a method can be gone through, in blocks that are left at their end only. A loop is
/// what can come back to a block that all ways into it lead through: Muchnick, Advanced Compiler Design, 7.4.
final class Flow {
    private static final Pattern ENDS = Pattern.compile("ret|br|hlt|ud2|brk|udf|dcps1");
    /// Tries again if another core came between: one change of memory, on an AArch64 that takes several instructions.
    private static final Pattern RETRIED = Pattern.compile("stl?xr[bh]?");
    private static final int MOST_OF_A_RETRY = 12;

    private final Isa isa;
    private final List<Instruction> method;
    private final List<Integer> starts;
    private final List<List<Integer>> after = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>();

    Flow(Isa isa, List<Instruction> method) {
        this.isa = isa;
        this.method = method;
        Map<Integer, Integer> places = new HashMap<>();
        for (int at = 0; at < method.size(); at++) {
            places.put(method.get(at).at(), at);
        }
        TreeSet<Integer> begins = new TreeSet<>(List.of(0));
        for (int at = 0; at < method.size(); at++) {
            if (Kind.isJump(isa, method.get(at).mnemonic()) || ends(at)) {
                begins.add(at + 1);
                target(at, places).ifPresent(begins::add);
            }
        }
        begins.remove(method.size());
        starts = List.copyOf(begins);
        connect(places);
    }

    private void connect(Map<Integer, Integer> places) {
        Map<Integer, Integer> blockAt = new HashMap<>();
        for (int block = 0; block < starts.size(); block++) {
            blockAt.put(starts.get(block), block);
            after.add(new ArrayList<>());
            before.add(new ArrayList<>());
        }
        for (int block = 0; block < starts.size(); block++) {
            int from = block;
            int last = end(block) - 1;
            target(last, places).ifPresent(to -> join(from, blockAt.get(to)));
            if (!ends(last) && block + 1 < starts.size()) {
                join(block, block + 1);
            }
        }
    }

    private void join(int from, int to) {
        after.get(from).add(to);
        before.get(to).add(from);
    }

    private Optional<Integer> target(int at, Map<Integer, Integer> places) {
        return Kind.isJump(isa, method.get(at).mnemonic()) && method.get(at).target().isPresent()
                ? Optional.ofNullable(places.get(method.get(at).target().getAsInt()))
                : Optional.empty();
    }

    /// Whether the next instruction does not follow: after a jump without a condition, a return, or where compiled code
    /// gives up and hands over to the interpreter.
    private boolean ends(int at) {
        Instruction one = method.get(at);
        Kind.Op op = Kind.of(isa, one).op();
        return op == Kind.Op.JUMP || ENDS.matcher(one.mnemonic()).matches()
                || op == Kind.Op.CALL && Traps.isCalledBy(one);
    }

    private int end(int block) {
        return block + 1 < starts.size() ? starts.get(block + 1) : method.size();
    }

    /// The blocks of every loop, by the block that it begins with.
    private Map<Integer, BitSet> loops() {
        BitSet[] dominators = dominators();
        Map<Integer, BitSet> loops = new TreeMap<>();
        for (int block = 0; block < starts.size(); block++) {
            for (int head : after.get(block)) {
                if (dominators[block] != null && dominators[block].get(head)) {
                    loops.computeIfAbsent(head, unknown -> new BitSet()).or(body(head, block, dominators));
                }
            }
        }
        return loops;
    }

    /// Null for a block that no way leads to.
    private BitSet[] dominators() {
        BitSet[] dominators = new BitSet[starts.size()];
        dominators[0] = new BitSet();
        dominators[0].set(0);
        for (boolean changed = true; changed;) {
            changed = false;
            for (int block = 1; block < starts.size(); block++) {
                BitSet now = null;
                for (int from : before.get(block)) {
                    if (dominators[from] != null) {
                        if (now == null) {
                            now = (BitSet) dominators[from].clone();
                        } else {
                            now.and(dominators[from]);
                        }
                    }
                }
                if (now != null) {
                    now.set(block);
                    changed |= !now.equals(dominators[block]);
                    dominators[block] = now;
                }
            }
        }
        return dominators;
    }

    private BitSet body(int head, int last, BitSet[] dominators) {
        BitSet body = new BitSet();
        body.set(head);
        Deque<Integer> open = new ArrayDeque<>(List.of(last));
        while (!open.isEmpty()) {
            int block = open.pop();
            if (!body.get(block) && dominators[block] != null) {
                body.set(block);
                open.addAll(before.get(block));
            }
        }
        return body;
    }

    /// The loops that have no other in them, in the order of the code: of each the longest part that is in one piece.
    /// What the compiler has put elsewhere it takes to be seldom.
    List<Loop> innermost() {
        Map<Integer, BitSet> all = loops();
        all.values().removeIf(blocks -> isRetry(inOnePiece(blocks)));
        return all.entrySet().stream()
                .filter(one -> all.keySet().stream()
                        .noneMatch(head -> !head.equals(one.getKey()) && one.getValue().get(head)))
                .map(one -> inOnePiece(one.getValue()))
                .toList();
    }

    private static boolean isRetry(Loop loop) {
        return loop.body().size() <= MOST_OF_A_RETRY
                && loop.body().stream().anyMatch(one -> RETRIED.matcher(one.mnemonic()).matches());
    }

    private Loop inOnePiece(BitSet blocks) {
        Loop longest = null;
        for (int from = blocks.nextSetBit(0); from >= 0; from = blocks.nextSetBit(blocks.nextClearBit(from))) {
            Loop piece = new Loop(method, starts.get(from), end(blocks.nextClearBit(from) - 1) - 1);
            if (longest == null || piece.body().size() > longest.body().size()) {
                longest = piece;
            }
        }
        return longest;
    }
}
