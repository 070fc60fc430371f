package dev.lanes.machinecode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an instruction does, as far as a sentence about a loop needs it.
///
/// @param op its part in the loop
/// @param lanes numbers that it takes at a time; 0 if it has to do with none
/// @param bits the width of the register that holds them, or of the number if there is one
record Kind(Op op, int lanes, int bits) {
    int bitsOfANumber() {
        return lanes == 0 ? 0 : bits / lanes;
    }

    /// The parts that instructions play.
    enum Op {
        MULTIPLY_ADD("multiply-add"), MULTIPLY("multiplication"), ADD("addition"), DIVIDE("division or root"),
        MAXIMUM("maximum or minimum"), ROUND("rounding"), COMPARE("comparison"),
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

    private static final Kind OTHER = new Kind(Op.OTHER, 0, 0);
    private static final Pattern X86_FLOATS = Pattern.compile(
            "v?(fn?m(?:add|sub)\\d{3}|mul|add|sub|div|sqrt|max|min|cmp\\w*|u?comi|round|rndscale|range|blendm?v?|and|"
                    + "or|xor|andn|movu|mova|mov|broadcast|gatherd|gatherq|shuf|perm|permil|permt2|unpck[lh]|cvt\\w+2)"
                    + "(ps|pd|ss|sd)");
    private static final Pattern X86_INTEGERS = Pattern.compile(
            "vp(mull|add|sub|max[su]?|min[su]?|abs|cmp\\w*|and|or|xor|andn|blendm?v?|broadcast|gather[dq]|shuf|"
                    + "perm\\w*|unpck\\w+|s[lr][la]v?|ternlog|ro[lr]v?|movzx|movsx|mov[sz]x..|ack\\w*|madd\\w*)"
                    + "(b|w|d|q)");
    private static final Pattern X86_WHOLE = Pattern.compile("v?(movdq[ua](?:8|16|32|64)?|lddqu)");
    private static final Pattern ARM_SHAPE = Pattern.compile("v\\d+\\.(\\d+)([bhsd])\\b.*");
    private static final Pattern ARM_SCALAR = Pattern.compile("([sd])\\d+\\b.*");

    /// What counts of it when the loops of a method are compared: a number that is only moved counts less.
    double numbers() {
        return op.arithmetic() ? lanes : op == Op.LOAD || op == Op.STORE || op == Op.GATHER ? lanes / 4.0 : 0;
    }

    static Kind of(Isa isa, Instruction one) {
        return isa == Isa.X86_64 ? x86(one) : arm(one);
    }

    static boolean isJump(Isa isa, String mnemonic) {
        return isa == Isa.X86_64
                ? mnemonic.startsWith("j")
                : mnemonic.equals("b") || mnemonic.startsWith("b.") || mnemonic.matches("cbn?z|tbn?z");
    }

    private static Kind x86(Instruction one) {
        String name = one.mnemonic();
        if (name.startsWith("call")) {
            return new Kind(Op.CALL, 0, 0);
        }
        if (name.startsWith("j")) {
            return new Kind(name.equals("jmp") ? Op.JUMP : Op.BRANCH, 0, 0);
        }
        int width = one.operands().contains("zmm") ? 512 : one.operands().contains("ymm") ? 256 : 128;
        Matcher floats = X86_FLOATS.matcher(name);
        if (floats.matches()) {
            String type = floats.group(2);
            int bits = type.endsWith("s") ? 32 : 64;
            boolean single = type.startsWith("s");
            String what = floats.group(1).startsWith("cvt") ? "cvt" : floats.group(1);
            return new Kind(op(what, one.operands()), single ? 1 : width / bits, single ? bits : width);
        }
        Matcher integers = X86_INTEGERS.matcher(name);
        if (integers.matches()) {
            int bits = switch (integers.group(2)) {
                case "b" -> 8;
                case "w" -> 16;
                case "d" -> 32;
                default -> 64;
            };
            return new Kind(op(integers.group(1), one.operands()), width / bits, width);
        }
        if (X86_WHOLE.matcher(name).matches()) {
            return new Kind(moved(one.operands()), width / 32, width);
        }
        return OTHER;
    }

    private static Op op(String what, String operands) {
        return switch (what) {
            case "mul", "mull" -> Op.MULTIPLY;
            case "add", "sub" -> Op.ADD;
            case "div", "sqrt" -> Op.DIVIDE;
            case "max", "min", "maxs", "mins", "maxu", "minu", "abs", "range" -> Op.MAXIMUM;
            case "round", "rndscale" -> Op.ROUND;
            case "and", "or", "xor", "andn", "blend", "blendv", "blendm", "blendmv", "ternlog" -> Op.LOGIC;
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

    private static Kind arm(Instruction one) {
        String name = one.mnemonic();
        if (name.equals("bl") || name.equals("blr")) {
            return new Kind(Op.CALL, 0, 0);
        }
        if (isJump(Isa.AARCH64, name)) {
            return new Kind(name.equals("b") ? Op.JUMP : Op.BRANCH, 0, 0);
        }
        if (name.matches("ld[pru]\\w*|st[pru]\\w*")) {
            Op op = name.startsWith("ld") ? Op.LOAD : Op.STORE;
            int count = name.matches("(ld|st)n?p") ? 2 : 1;
            return switch (one.operands().charAt(0)) {
                case 'q' -> new Kind(op, 4 * count, 128);
                case 'd' -> new Kind(op, count, 64);
                case 's' -> new Kind(op, count, 32);
                default -> OTHER;
            };
        }
        Op op = switch (name) {
            case "fmla", "fmls", "fmadd", "fmsub", "fnmadd", "fnmsub", "mla", "mls" -> Op.MULTIPLY_ADD;
            case "fmul", "mul" -> Op.MULTIPLY;
            case "fadd", "fsub", "add", "sub", "faddp" -> Op.ADD;
            case "fdiv", "fsqrt" -> Op.DIVIDE;
            case "fmax", "fmin", "smax", "smin", "umax", "umin", "abs", "fabs" -> Op.MAXIMUM;
            case "fcmp", "fcmpe", "fcmgt", "fcmge", "fcmeq", "cmgt", "cmge", "cmeq" -> Op.COMPARE;
            case "and", "orr", "eor", "bif", "bit", "bsl" -> Op.LOGIC;
            case "ld1" -> Op.LOAD;
            case "st1" -> Op.STORE;
            default -> null;
        };
        Matcher shape = ARM_SHAPE.matcher(one.operands().replaceFirst("^\\{ ?", ""));
        if (op != null && shape.matches()) {
            int lanes = Integer.parseInt(shape.group(1));
            int bits = "bhsd".indexOf(shape.group(2));
            return new Kind(op, lanes, lanes * (8 << bits));
        }
        Matcher scalar = ARM_SCALAR.matcher(one.operands());
        return op != null && op.arithmetic() && scalar.matches()
                ? new Kind(op, 1, scalar.group(1).equals("s") ? 32 : 64)
                : OTHER;
    }
}
