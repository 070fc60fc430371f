package dev.lanes.machinecode;

import dev.lanes.machinecode.Kind.Op;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Where compiled code gives up and hands over to the interpreter, and why: HotSpot calls that an uncommon trap.
final class Traps {
    /// An index is outside of an array, found out there or ahead of a loop: `Reason_range_check` and
    /// `Reason_profile_predicate` in HotSpot's deoptimization.hpp, with the bits of a request.
    private static final Set<Integer> FOR_INDEX = Set.of(3, 8);
    private static final int REASON_SHIFT = 3;
    private static final int REASON_BITS = 31;
    private static final Pattern REQUEST = Pattern.compile("(?:esi|w1), ?#?(0xf[0-9a-f]{7}|-\\d+|4294\\d{6})");
    private static final int LONGEST_WAY = 60;

    private Traps() {}

    static boolean isCalledBy(Instruction one) {
        return one.marks().stream().anyMatch(mark -> mark.contains("UncommonTrap"));
    }

    /// Whether a jump leads to where the code gives up since an index is outside of an array.
    static boolean isForIndex(Isa isa, List<Instruction> method, Instruction jump) {
        int at = index(method, jump.target());
        int request = 0;
        for (int steps = 0; at >= 0 && at < method.size() && steps < LONGEST_WAY; steps++) {
            Instruction one = method.get(at);
            Op op = Kind.of(isa, one).op();
            if (op == Op.CALL) {
                return isCalledBy(one) && request < 0 && FOR_INDEX.contains((~request >> REASON_SHIFT) & REASON_BITS);
            }
            Matcher asked = REQUEST.matcher(one.operands());
            if (one.mnemonic().startsWith("mov") && asked.matches()) {
                request = (int) (long) Long.decode(asked.group(1));
            }
            at = op == Op.JUMP ? index(method, one.target()) : at + 1;
        }
        return false;
    }

    private static int index(List<Instruction> method, OptionalInt place) {
        return IntStream.range(0, method.size())
                .filter(at -> place.isPresent() && method.get(at).at() == place.getAsInt())
                .findFirst()
                .orElse(-1);
    }
}
