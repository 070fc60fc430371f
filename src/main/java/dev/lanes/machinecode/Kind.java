package dev.lanes.machinecode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an instruction does, as far as a sentence about a loop needs it.
///
/// @param op its part in the loop
/// @param lanes numbers that it takes at a time; 0 if it has to do with none
/// @param bits the width of the register that holds them, or of the number if there is one
/// @param whole whether it takes them for whole numbers, or does not tell
/// @param times how often it does so: for each register that it moves, or each lane that it adds by itself
record Kind(Op op, int lanes, int bits, boolean whole, int times) {
    Kind(Op op, int lanes, int bits, boolean whole) {
        this(op, lanes, bits, whole, 1);
    }

    /// Of an instruction that has nothing to do with numbers in lanes or with a point.
    Kind(Op op) {
        this(op, 0, 0, true);
    }

    int bitsOfANumber() {
        return lanes == 0 ? 0 : bits / lanes;
    }

    /// The parts that instructions play.
    enum Op {
        MULTIPLY_ADD("multiply-add"), MULTIPLY("multiplication"), ADD("addition"), SUBTRACT("subtraction"),
        DIVIDE("division or root"), MAXIMUM("maximum or minimum"), ROUND("rounding"), COMPARE("comparison"),
        LOGIC, CONVERT, SHUFFLE, LOAD, STORE, GATHER, COPY, CALL, JUMP, BRANCH, OTHER;

        private final String word;

        Op() {
            this(null);
        }

        /// @param word for what computes with the numbers themselves
        Op(String word) {
            this.word = word;
        }

        boolean arithmetic() {
            return word != null;
        }

        String word() {
            return word;
        }
    }

    static final Kind OTHER = new Kind(Op.OTHER);
    private static final Pattern X86_FLOATS = Pattern.compile(
            "v?(fn?m(?:add|sub)\\d{3}|mul|add|sub|div|sqrt|max|min|cmp\\w*|u?comi|round|rndscale|range|blendm?v?|and|"
                    + "or|xor|andn|movu|mova|mov|broadcast|gatherd|gatherq|shuf|perm|permil|permt2|unpck[lh]|cvt\\w+2)"
                    + "(ps|pd|ss|sd)");
    private static final Pattern X86_INTEGERS = Pattern.compile(
            "vp(mull|add|sub|max[su]?|min[su]?|abs|cmp\\w*|and|or|xor|andn|blendm?v?|broadcast|gather[dq]|shuf|"
                    + "perm\\w*|unpck\\w+|s[lr][la]v?|ternlog|ro[lr]v?|movzx|movsx|mov[sz]x..|ack\\w*|madd\\w*)"
                    + "(b|w|d|q)");
    private static final Pattern X86_WHOLE = Pattern.compile("v?(movdq[ua](?:8|16|32|64)?|lddqu)");
    private static final Pattern ARM_JUMP = Pattern.compile("bc?(\\.\\w+)?|[ct]bn?z");

    /// What counts of it when the loops of a method are compared: a number that is only moved counts less.
    double numbers() {
        boolean moves = op == Op.LOAD || op == Op.STORE || op == Op.GATHER;
        return op.arithmetic() ? lanes * times : moves ? lanes * times / 4.0 : 0;
    }

    static Kind of(Isa isa, Instruction one) {
        return isa.x86() ? x86(one) : ArmKinds.of(one, isa.scalableBits());
    }

    static boolean isJump(Isa isa, String mnemonic) {
        return isa.x86() ? mnemonic.startsWith("j") : isArmJump(mnemonic);
    }

    static boolean isArmJump(String mnemonic) {
        return ARM_JUMP.matcher(mnemonic).matches();
    }

    private static Kind x86(Instruction one) {
        String name = one.mnemonic();
        if (name.startsWith("call")) {
            return new Kind(Op.CALL);
        }
        if (name.startsWith("j")) {
            return new Kind(name.equals("jmp") ? Op.JUMP : Op.BRANCH);
        }
        int width = one.operands().contains("zmm") ? 512 : one.operands().contains("ymm") ? 256 : 128;
        Matcher floats = X86_FLOATS.matcher(name);
        if (floats.matches()) {
            String type = floats.group(2);
            int bits = type.endsWith("s") ? 32 : 64;
            boolean single = type.startsWith("s");
            String what = floats.group(1).startsWith("cvt") ? "cvt" : floats.group(1);
            return new Kind(op(what, one.operands()), single ? 1 : width / bits, single ? bits : width, false);
        }
        Matcher integers = X86_INTEGERS.matcher(name);
        if (integers.matches()) {
            int bits = switch (integers.group(2)) {
                case "b" -> 8;
                case "w" -> 16;
                case "d" -> 32;
                default -> 64;
            };
            return new Kind(op(integers.group(1), one.operands()), width / bits, width, true);
        }
        if (X86_WHOLE.matcher(name).matches()) {
            return new Kind(moved(one.operands()), width / 32, width, true);
        }
        return OTHER;
    }

    private static Op op(String what, String operands) {
        return switch (what) {
            case "mul", "mull" -> Op.MULTIPLY;
            case "add" -> Op.ADD;
            case "sub" -> Op.SUBTRACT;
            case "div", "sqrt" -> Op.DIVIDE;
            case "max", "min", "maxs", "mins", "maxu", "minu", "range" -> Op.MAXIMUM;
            case "round", "rndscale" -> Op.ROUND;
            case "and", "or", "xor", "andn", "blend", "blendv", "blendm", "blendmv", "ternlog", "abs" -> Op.LOGIC;
            case "movu", "mova", "mov" -> moved(operands);
            case "broadcast" -> operands.contains("[") ? Op.LOAD : Op.SHUFFLE;
            case "cvt" -> Op.CONVERT;
            default -> what.startsWith("f") ? Op.MULTIPLY_ADD
                    : what.startsWith("gather") ? Op.GATHER
                    : what.startsWith("cmp") || what.endsWith("comi") ? Op.COMPARE
                    : what.startsWith("movzx") || what.startsWith("movsx") ? Op.CONVERT
                    : what.startsWith("madd") ? Op.MULTIPLY_ADD
                    : what.matches("s[lr].*|ro[lr].*") ? Op.LOGIC
                    : Op.SHUFFLE;
        };
    }

    private static Op moved(String operands) {
        int bracket = operands.indexOf('[');
        return bracket < 0 ? Op.COPY : bracket < operands.indexOf(',') ? Op.STORE : Op.LOAD;
    }
}
