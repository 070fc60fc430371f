package dev.lanes.machinecode;

import dev.lanes.event.MachineCode.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a turn of a loop does, in words.
final class TurnWords {
    private TurnWords() {}

    static String of(Turn turn, boolean ofHarness) {
        List<String> sentences = new ArrayList<>();
        if (ofHarness) {
            sentences.add("There is no loop but the one that calls it: a call is %s.".formatted(
                    many(turn.instructions(), "instruction")));
        }
        sentences.add(what(turn));
        sentences.add(price(turn));
        return String.join(" ", sentences.stream().filter(one -> !one.isEmpty()).toList());
    }

    /// Such as "A turn does 64 numbers, 16 at a time (512 bits): 4 multiply-adds in 4 sums."
    private static String what(Turn turn) {
        if (turn.numbers() == 0) {
            return "A turn is %s, none of them on floating-point numbers or lanes.".formatted(
                    many(turn.instructions(), "instruction"));
        }
        String width = turn.lanes() <= 1
                ? turn.numbers() == 1 ? "" : ", one by one"
                : ", %d at a time (%d bits)".formatted(turn.lanes(), turn.bits());
        List<String> parts = new ArrayList<>();
        add(parts, turn.multiplyAdds(), "multiply-add");
        add(parts, turn.multiplications(), "multiplication");
        add(parts, turn.additions(), "addition");
        add(parts, turn.otherArithmetic(), "other operation");
        if (parts.isEmpty()) {
            add(parts, turn.loads(), "load");
            add(parts, turn.stores(), "store");
        }
        add(parts, turn.gathers(), "gathering load");
        String sums = turn.sums() == 0 ? "" : turn.sums() == 1
                ? ", in one sum: each waits for the last"
                : ", in %d sums that need not wait for each other".formatted(turn.sums());
        return "A turn does %s%s: %s%s.".formatted(many(turn.numbers(), "number"), width, listed(parts), sums);
    }

    /// What a turn does besides, or does without.
    private static String price(Turn turn) {
        List<String> has = new ArrayList<>();
        List<String> lacks = new ArrayList<>();
        sort(has, lacks, turn.boundsChecks(), "bounds check");
        sort(has, lacks, turn.calls(), "call");
        add(has, turn.allocations(), "new object");
        add(has, turn.branches(), "decision");
        add(has, turn.polls(), "check for a pause");
        add(has, turn.spills(), "move to or from the stack");
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

    private static void add(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(many(count, word));
        }
    }

    private static String many(int count, String word) {
        String plural = word.startsWith("move") ? word.replace("move", "moves")
                : word.startsWith("check") ? word.replace("check", "checks") : word + "s";
        return "%s %s".formatted(String.format(Locale.ROOT, "%,d", count), count == 1 ? word : plural);
    }

    private static String listed(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }
}
