package dev.lanes.machinecode;

import dev.lanes.machinecode.Kind.Op;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Follows the numbers through one turn of a loop: a sum is what a register, or a place on the stack, holds at the end
/// of a turn if arithmetic has made it of what the same one held at the beginning.
final class Sums {
    private static final Pattern REGISTER = Pattern.compile("\\b(?:[xyz]mm|[vzqdshb])(\\d+)\\b");
    private static final Pattern STACK_PLACE = Pattern.compile("\\[(?:rsp|sp)[^]]*]");
    private static final Pattern CLEARS = Pattern.compile("v?p?(xor|eor)[a-z]*");
    /// Takes one number from the last operand, and only the rest of the register from those before.
    private static final Pattern X86_OF_ONE = Pattern.compile("v?(sqrt|round|rndscale|cvt\\w+2)(ss|sd)");
    private static final Pattern ARM_TO_ITSELF = Pattern.compile("fml[as]|ml[as]|bsl|bi[ft]|ins|[su]dot");

    /// What a register holds.
    ///
    /// @param origins where the numbers that it is made of were at the beginning of the turn
    /// @param computed whether by arithmetic
    private record Value(Set<String> origins, boolean computed) {
        static final Value NEW = new Value(Set.of(), false);

        Value with(Value other) {
            Set<String> both = new HashSet<>(origins);
            both.addAll(other.origins);
            return new Value(both, computed || other.computed);
        }
    }

    private final Isa isa;
    private final Map<String, Value> held = new HashMap<>();

    private Sums(Isa isa) {
        this.isa = isa;
    }

    static int of(Isa isa, List<Instruction> body) {
        Sums sums = new Sums(isa);
        body.forEach(sums::follow);
        return (int) sums.held.entrySet().stream()
                .filter(one -> one.getValue().computed() && one.getValue().origins().contains(one.getKey()))
                .count();
    }

    private Value value(String place) {
        return held.getOrDefault(place, new Value(Set.of(place), false));
    }

    private void follow(Instruction one) {
        Op op = Kind.of(isa, one).op();
        List<String> registers = registers(one.operands());
        Matcher stack = STACK_PLACE.matcher(one.operands());
        String place = stack.find() ? stack.group() : null;
        if (registers.isEmpty() || one.mnemonic().startsWith("st") || op == Op.STORE) {
            if (place != null && !registers.isEmpty()) {
                moveAll(registers, place, true);
            }
        } else if (op == Op.LOAD) {
            List<String> loaded = registers(one.operands().split("\\[", 2)[0]);
            if (place != null) {
                moveAll(loaded, place, false);
            } else {
                loaded.forEach(register -> held.put(register, Value.NEW));
            }
        } else if (REGISTER.matcher(one.operands().split(",")[0]).find()) {
            held.put(registers.getFirst(), result(one, op, registers, place));
        }
    }

    private static List<String> registers(String operands) {
        return REGISTER.matcher(operands).results().map(found -> found.group(1)).toList();
    }

    private void moveAll(List<String> registers, String place, boolean toStack) {
        for (int at = 0; at < registers.size(); at++) {
            String room = at == 0 ? place : place + at;
            held.put(toStack ? room : registers.get(at), value(toStack ? registers.get(at) : room));
        }
    }

    private Value result(Instruction one, Op op, List<String> registers, String place) {
        List<String> sources = registers.subList(1, registers.size());
        boolean clears = CLEARS.matcher(one.mnemonic()).matches()
                && (sources.size() > 1 || sources.equals(registers.subList(0, 1)))
                && sources.stream().distinct().count() == 1;
        if (clears || op == Op.COMPARE || op == Op.GATHER) {
            return Value.NEW;
        }
        Value made = new Value(Set.of(), op.arithmetic());
        boolean ofOne = X86_OF_ONE.matcher(one.mnemonic()).matches();
        int unread = ofOne && one.mnemonic().startsWith("v") ? 2 : ofOne || !readsTarget(one, op) ? 1 : 0;
        for (String register : registers.subList(Math.min(unread, registers.size()), registers.size())) {
            made = made.with(value(register));
        }
        return place == null ? made : made.with(value(place));
    }

    /// Whether the first register is not only written.
    private boolean readsTarget(Instruction one, Op op) {
        if (isa.x86()) {
            boolean masked = one.operands().contains("{k") && !one.operands().contains("{z}")
                    && !one.mnemonic().contains("blendm");
            boolean old = !one.mnemonic().startsWith("v") && op != Op.COPY;
            return op == Op.MULTIPLY_ADD || masked || old;
        }
        boolean masked = one.operands().contains("/m");
        boolean oneLane = one.operands().matches("v\\d+\\.[bhsd]\\[.*");
        return ARM_TO_ITSELF.matcher(one.mnemonic()).matches() || masked || oneLane;
    }
}
