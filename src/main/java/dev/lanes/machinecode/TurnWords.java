package dev.lanes.machinecode;

import dev.lanes.event.look.MachineCode.Turn;
import dev.lanes.event.look.MachineCode.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a turn of a loop does, in words.
final class TurnWords {
    private static final double MOST = 0.5;

    private TurnWords() {}

    /// @param share the part of the time that was seen at the lines of the loop
    static String of(Turn turn, boolean ofHarness, double share) {
        List<String> sentences = new ArrayList<>();
        if (ofHarness) {
            sentences.add("There is no loop but the one that calls it: a call is %s.".formatted(
                    many(turn.instructions(), "instruction")));
        }
        sentences.add(what(turn));
        sentences.add(price(turn, ofHarness));
        if (share < MOST) {
            sentences.add(String.format(Locale.ROOT, "But only %.0f %% of the time is at its lines.", 100 * share));
        }
        return String.join(" ", sentences.stream().filter(one -> !one.isEmpty()).toList());
    }

    /// Such as "A turn does 64 numbers: 4 multiply-adds of 16 lanes (512 bits), in 4 sums that need not wait for each
    /// other."
    private static String what(Turn turn) {
        if (turn.numbers() == 0) {
            return "A turn is %s, none of them on lanes or floating-point numbers.".formatted(
                    many(turn.instructions(), "instruction"));
        }
        List<String> parts = new ArrayList<>(turn.work().stream().map(work -> work(work, turn)).toList());
        if (parts.isEmpty()) {
            String lanes = turn.lanes() > 1 ? " of %s lanes (%s bits)".formatted(turn.lanes(), turn.bits()) : "";
            add(parts, turn.loads(), "load", lanes);
            add(parts, turn.stores(), "store", lanes);
        }
        add(parts, turn.gathers(), "gathering load", "");
        return "A turn does %s: %s%s.".formatted(many(turn.numbers(), "number"), listed(parts), sums(turn));
    }

    private static String work(Work work, Turn turn) {
        String lanes = work.lanes() > 1 ? " of %s lanes".formatted(work.lanes())
                : turn.lanes() > 1 ? " one by one" : "";
        String bits = work.lanes() > 1 && work.lanes() == turn.lanes() ? " (%s bits)".formatted(turn.bits()) : "";
        return many(work.count(), work.kind()) + lanes + bits;
    }

    private static String sums(Turn turn) {
        return switch (turn.sums()) {
            case 0 -> "";
            case 1 -> ", in one sum: each waits for the last";
            default -> ", in %s sums that need not wait for each other".formatted(turn.sums());
        };
    }

    /// What a turn does besides, or does without.
    private static String price(Turn turn, boolean ofHarness) {
        List<String> has = new ArrayList<>();
        List<String> lacks = new ArrayList<>();
        sort(has, lacks, turn.boundsChecks(), "bounds check");
        if (!ofHarness || turn.calls() > 0) {
            sort(has, lacks, turn.calls(), "call");
        }
        add(has, turn.allocations(), "new object", "");
        add(has, turn.branches(), "decision", "");
        add(has, turn.atomics(), "atomic instruction", "");
        add(has, turn.polls(), "check for a pause", "");
        add(has, turn.spills(), "move to or from the stack", "");
        String without = lacks.isEmpty() ? "" : "No " + String.join(" and no ", lacks) + ".";
        return has.isEmpty() ? without : (without + " In every turn: " + listed(has) + ".").strip();
    }

    private static void sort(List<String> has, List<String> lacks, int count, String word) {
        if (count == 0) {
            lacks.add(word);
        } else {
            has.add(many(count, word));
        }
    }

    private static void add(List<String> parts, int count, String word, String more) {
        if (count > 0) {
            parts.add(many(count, word) + more);
        }
    }

    private static String many(int count, String word) {
        // "checks for a pause", "divisions or roots", "comparisons"
        String plural = word.contains(" or ") && !word.startsWith("move")
                ? word.replace(" or ", "s or ") + "s"
                : word.startsWith("move") || word.startsWith("check") ? word.replaceFirst(" ", "s ") : word + "s";
        return "%s %s".formatted(String.format(Locale.ROOT, "%,d", count), count == 1 ? word : plural);
    }

    private static String listed(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }
}
