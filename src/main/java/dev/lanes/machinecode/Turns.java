package dev.lanes.machinecode;

import dev.lanes.event.look.MachineCode.Turn;
import dev.lanes.event.look.MachineCode.Work;
import dev.lanes.machinecode.Kind.Op;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Counts what a turn of a loop does.
final class Turns {
    private static final Pattern ATOMIC = Pattern.compile(
            "lock|xchg|(cas|swp|ld(add|clr|eor|set|[su]max|[su]min))(a|l|al)?[bh]?|st(add|clr|eor|set)l?[bh]?|"
                    + "stl?xr[bh]?");
    private static final Pattern ADDRESS_ONLY = Pattern.compile("lea|prefetch.*|prfm|nop|call.*|lock");
    private static final Pattern SETS_FLAGS =
            Pattern.compile("cmp|cmn|test|tst|subs|adds|sub|add|dec|inc|and|ands|ccmp");
    private static final Set<String> ARRAY_ACCESS = Set.of(
            "aaload", "faload", "daload", "iaload", "laload", "baload", "caload", "saload",
            "aastore", "fastore", "dastore", "iastore", "lastore", "bastore", "castore", "sastore");
    private static final Set<String> CREATION = Set.of("new", "newarray", "anewarray", "multianewarray");

    /// In a loop on floating-point numbers: they mostly reckon places.
    private static final String WHOLE_NUMBERS = "whole-number ";

    private final Isa isa;
    private final List<Instruction> method;
    private final List<Instruction> body;
    private final boolean onFloats;
    private final int bitsOfANumber;
    private final int movedBits;
    private final Map<Op, Integer> counts = new EnumMap<>(Op.class);
    private final Map<Op, Integer> numbers = new EnumMap<>(Op.class);

    Turns(Isa isa, Loop loop) {
        this.isa = isa;
        this.method = loop.method();
        this.body = loop.body();
        this.onFloats = kinds().anyMatch(kind -> kind.op().arithmetic() && kind.lanes() > 0 && !kind.whole());
        this.bitsOfANumber = bitsOfANumber();
        this.movedBits = movedBits();
    }

    Turn counted() {
        Map<Op, Map<Integer, Integer>> work = new EnumMap<>(Op.class);
        Map<Op, Map<Integer, Integer>> beside = new EnumMap<>(Op.class);
        for (Instruction one : body) {
            Kind kind = Kind.of(isa, one);
            int lanes = lanes(kind);
            counts.merge(kind.op(), kind.times(), Integer::sum);
            boolean computes = kind.op().arithmetic() && kind.lanes() > 0;
            boolean reckonsAddresses = computes && onFloats && kind.whole();
            if (computes) {
                (reckonsAddresses ? beside : work).computeIfAbsent(kind.op(), op -> new TreeMap<>())
                        .merge(lanes, kind.times(), Integer::sum);
            }
            if (!reckonsAddresses) {
                numbers.merge(kind.op(), lanes * kind.times(), Integer::sum);
            }
            if (computes && one.accessesMemory() && !isSpill(one)) {
                counts.merge(Op.LOAD, 1, Integer::sum);
                numbers.merge(Op.LOAD, lanes, Integer::sum);
            }
        }
        int arithmetic = numbersOf(Op::arithmetic);
        // Objects are filled by the width of a register, too.
        boolean objects = count(Op.CALL) > 0 || allocations() > 0;
        boolean real = arithmetic > 0
                || !objects && numbersOf(op -> op == Op.LOAD || op == Op.STORE || op == Op.GATHER) > 0;
        int lanes = kinds().mapToInt(this::lanes).max().orElse(0);
        List<Work> done = Stream.concat(told(work, ""), told(beside, WHOLE_NUMBERS)).toList();
        return new Turn(
                body.size(), real ? numbersPerTurn(arithmetic) : 0, real ? lanes : 0, real ? lanes * bitsOfANumber : 0,
                done, count(Op.CALL) > 0 ? 0 : Sums.of(isa, body), count(Op.LOAD), count(Op.STORE), count(Op.GATHER),
                number(this::isBoundsCheck), decisions(), count(Op.CALL), allocations(),
                number(this::isPoll), number(this::isSpill), number(Turns::isAtomic));
    }

    private static Stream<Work> told(Map<Op, Map<Integer, Integer>> work, String of) {
        return work.entrySet().stream()
                .flatMap(entry -> entry.getValue().entrySet().stream()
                        .map(many -> new Work(of + entry.getKey().word(), many.getValue(), many.getKey())));
    }

    /// How many numbers the instruction really handles: a register that holds one is often handled as a whole.
    private int lanes(Kind kind) {
        if (kind.lanes() <= 1) {
            return kind.lanes();
        }
        int possible = kind.bits() / Math.max(1, kind.op().arithmetic() ? kind.bitsOfANumber() : bitsOfANumber);
        return Math.max(1, Math.min(possible, movedBits / Math.max(1, bitsOfANumber)));
    }

    /// The width of a number: that of most of the arithmetic, or if there is none, of what is moved.
    private int bitsOfANumber() {
        Map<Integer, Long> votes = kinds()
                .filter(kind -> kind.op().arithmetic() && kind.lanes() > 0 && !(onFloats && kind.whole()))
                .collect(Collectors.groupingBy(Kind::bitsOfANumber, Collectors.counting()));
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseGet(() -> kinds().filter(kind -> kind.lanes() > 0)
                        .mapToInt(Kind::bitsOfANumber).max().orElse(32));
    }

    private Stream<Kind> kinds() {
        return body.stream().map(one -> Kind.of(isa, one));
    }

    /// The width in which numbers come from memory and go there; if they stay in registers, that of the registers.
    private int movedBits() {
        int moved = widest(one -> one.accessesMemory() && !isSpill(one));
        return moved > 0 ? moved : widest(one -> true);
    }

    private int widest(Predicate<Instruction> which) {
        return body.stream().filter(which).map(one -> Kind.of(isa, one)).filter(kind -> kind.lanes() > 0)
                .mapToInt(Kind::bits).max().orElse(0);
    }

    private int count(Op op) {
        return counts.getOrDefault(op, 0);
    }

    private int number(Predicate<Instruction> which) {
        return (int) body.stream().filter(which).count();
    }

    private int numbersOf(Predicate<Op> which) {
        return numbers.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .max().orElse(0);
    }

    /// The step of the loop's counter if as many numbers are computed, stored or loaded; if not, the loop counts in
    /// something else, and what is computed tells.
    private int numbersPerTurn(int arithmetic) {
        int step = step();
        boolean counted = step > 0 && numbers.entrySet().stream()
                .anyMatch(entry -> entry.getValue() == step
                        && (entry.getKey().arithmetic() || entry.getKey() == Op.LOAD || entry.getKey() == Op.STORE));
        if (counted) {
            return step;
        }
        int stored = numbersOf(op -> op == Op.STORE);
        return arithmetic > 0 ? arithmetic : stored > 0 ? stored : numbersOf(op -> op == Op.LOAD || op == Op.GATHER);
    }

    /// By how much the register that is compared before the jump back grows in a turn; 0 if it cannot be told.
    private int step() {
        String counter = null;
        for (Instruction one : body.reversed()) {
            String[] words = one.operands().split(",\\s*");
            if (counter == null && (one.mnemonic().equals("cmp") || one.mnemonic().equals("test"))) {
                counter = words[0];
            } else if (counter != null && words[0].equals(counter)) {
                return switch (one.mnemonic()) {
                    case "inc", "dec" -> 1;
                    case "add", "sub" -> number(words[words.length - 1]);
                    case "lea" -> number(one.operands().replaceAll(".*\\+ ?(0x[0-9a-f]+|\\d+)]", "$1"));
                    default -> 0;
                };
            }
        }
        return 0;
    }

    private static int number(String text) {
        Matcher hex = Pattern.compile("#?(?:0x([0-9a-f]{1,6})|(\\d{1,7}))").matcher(text);
        if (!hex.matches()) {
            return 0;
        }
        return hex.group(1) != null ? Integer.parseInt(hex.group(1), 16) : Integer.parseInt(hex.group(2));
    }

    private boolean isBranch(Instruction one) {
        return Kind.of(isa, one).op() == Op.BRANCH && one != body.getLast() && !isBoundsCheck(one) && !isPoll(one);
    }

    /// Jumps that may go either way, but for the one that ends the loop: if the last instruction jumps back always,
    /// that one is among them.
    private int decisions() {
        boolean endsInside = Kind.of(isa, body.getLast()).op() == Op.JUMP
                && body.stream().anyMatch(one -> isBranch(one) && leavesLoop(one));
        return number(this::isBranch) - (endsInside ? 1 : 0);
    }

    private boolean leavesLoop(Instruction one) {
        int target = one.target().orElse(-1);
        return target < body.getFirst().at() || target > body.getLast().at();
    }

    /// A comparison without a sign that leaves the loop, to where the code gives up or at an access to an array.
    private boolean isBoundsCheck(Instruction one) {
        boolean unsigned = isa.x86()
                ? Set.of("jae", "jbe", "ja", "jb").contains(one.mnemonic())
                : Set.of("b.hs", "b.cs", "b.ls", "b.hi", "b.lo", "b.cc").contains(one.mnemonic());
        return unsigned && leavesLoop(one) && !isPoll(one) && !comparesFloats(one)
                && (Traps.isForIndex(isa, method, one) || one.bytecode() != null
                        && (ARRAY_ACCESS.contains(one.bytecode()) || isCheckIndex(one) || comparesLengths(one)));
    }

    /// Jumps after a comparison of floating-point numbers have the names of those without a sign.
    private boolean comparesFloats(Instruction jump) {
        for (int at = body.indexOf(jump) - 1; at >= 0; at--) {
            if (Kind.of(isa, body.get(at)).op() == Op.COMPARE) {
                return true;
            }
            if (SETS_FLAGS.matcher(body.get(at).mnemonic()).matches()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isCheckIndex(Instruction one) {
        return one.bytecode().startsWith("invoke") && one.frames().stream()
                .anyMatch(frame -> frame.method().contains("checkIndex"));
    }

    /// The JVM often tells the access that comes next: what is compared right before must be two whole numbers.
    private boolean comparesLengths(Instruction one) {
        int at = body.indexOf(one);
        return at > 0 && body.get(at - 1).mnemonic().equals("cmp")
                && !one.bytecode().startsWith("if") && !one.bytecode().equals("iinc");
    }

    private boolean isPoll(Instruction one) {
        return one.accessesMemory() && one.marks().stream().anyMatch(mark -> mark.startsWith("poll"));
    }

    /// Whether it takes a number from the stack or puts one there, be it to compute with it.
    private boolean isSpill(Instruction one) {
        return one.accessesStack() && !ADDRESS_ONLY.matcher(one.mnemonic()).matches();
    }

    /// With the stack x86-64's JVM only orders memory.
    private static boolean isAtomic(Instruction one) {
        return ATOMIC.matcher(one.mnemonic()).matches() && one.accessesMemory() && !one.accessesStack();
    }

    private int allocations() {
        return (int) body.stream()
                .filter(one -> one.bytecode() != null && CREATION.contains(one.bytecode()))
                .map(Instruction::frames)
                .distinct()
                .count();
    }

    /// What to say of one instruction beside its place; null if there is nothing.
    String note(Instruction one) {
        if (isPoll(one)) {
            return "poll";
        }
        if (isBoundsCheck(one)) {
            return "bounds check";
        }
        if (isSpill(one)) {
            return "stack";
        }
        if (one.bytecode() != null && CREATION.contains(one.bytecode())) {
            return "new object";
        }
        if (isAtomic(one)) {
            return "atomic";
        }
        return Kind.of(isa, one).op() == Op.CALL
                ? one.marks().stream().filter(mark -> mark.contains("_call ")).findFirst().orElse("call")
                : null;
    }
}
