package dev.lanes.machinecode;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One instruction, and what the JVM says of it.
///
/// @param at its offset in the method's code
/// @param mnemonic what it does, such as `vaddps`
/// @param operands as the disassembler writes them; "" if there are none
/// @param bytecode what the source does there, such as `faload`; null if that is not told
/// @param frames the place in the source, inlined methods first; empty if it is not told
/// @param marks what else the JVM says, such as `poll`
/// @param exact whether the place is that of this instruction, and not of the next one that has a place
record Instruction(
        int at, String mnemonic, String operands, String bytecode, List<Frame> frames, List<String> marks,
        boolean exact) {
    /// Brackets with an address in them, and not the number of a lane. Beside the code there are only constants.
    private static final Pattern MEMORY = Pattern.compile("\\[(?!rip|\\d+])");
    private static final Pattern STACK = Pattern.compile("\\[(rsp|sp)\\b");
    private static final Pattern TARGET = Pattern.compile("(?:.*,\\s*)?#?(?:0x)?([0-9a-f]+)(?: <.*>)?");

    /// Where a jump leads, if its operand tells.
    OptionalInt target() {
        Matcher target = TARGET.matcher(operands);
        if (!target.matches() || target.group(1).length() > 7) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(target.group(1), 16));
    }

    boolean accessesMemory() {
        return MEMORY.matcher(operands).find();
    }

    boolean accessesStack() {
        return STACK.matcher(operands).find();
    }

    /// The place in this project, or else in JMH's loop; null if neither is told.
    Frame place() {
        return frames.stream()
                .filter(Frame::ours)
                .findFirst()
                .or(() -> frames.stream().filter(Frame::harness).findFirst())
                .orElse(null);
    }

    String text() {
        return operands.isEmpty() ? mnemonic : mnemonic + " " + operands;
    }
}
