package dev.lanes.machinecode;

import dev.lanes.machinecode.Kind.Op;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the instructions of AArch64 do, on lanes of 128 bits (`v0.4s`) and of the processor's own width (`z0.s`).
final class ArmKinds {
    private static final Pattern FIXED = Pattern.compile("\\{? ?v\\d+\\.(\\d+)([bhsd])\\b.*");
    /// One lane of a register.
    private static final Pattern LANE = Pattern.compile("\\{? ?v\\d+\\.([bhsd])\\b.*");
    private static final Pattern SCALABLE = Pattern.compile("\\{? ?[zp]\\d+\\.([bhsd])\\b.*");
    private static final Pattern ALONE = Pattern.compile("([bhsdq])\\d+\\b.*");
    private static final Pattern PAIR = Pattern.compile("(ld|st)n?p");
    private static final Pattern ACCESS =
            Pattern.compile("(ld|st)(r|ur|n?p|[1-4]r?|1r?q?s?[bhwd]|(ff|nf|nt)1s?[bhwd])");
    private static final Pattern GATHERED = Pattern.compile(".*\\[[^]]*\\bz\\d+.*");

    /// Adds the lanes of a register to a number, one after another.
    private static final String IN_ORDER = "fadda";

    private ArmKinds() {}

    static Kind of(Instruction one, int scalableBits) {
        String name = one.mnemonic();
        if (name.equals("bl") || name.equals("blr")) {
            return new Kind(Op.CALL);
        }
        if (Kind.isArmJump(name)) {
            return new Kind(name.equals("b") ? Op.JUMP : Op.BRANCH);
        }
        boolean access = ACCESS.matcher(name).matches();
        Op op = access ? access(name, one.operands()) : op(name);
        if (op == Op.OTHER) {
            return Kind.OTHER;
        }
        boolean whole = !name.startsWith("f");
        Matcher fixed = FIXED.matcher(one.operands());
        if (fixed.matches()) {
            int lanes = Integer.parseInt(fixed.group(1));
            return new Kind(op, lanes, lanes * bits(fixed.group(2)), whole);
        }
        Matcher scalable = SCALABLE.matcher(one.operands());
        if (scalable.matches() && scalableBits > 0) {
            return new Kind(op, scalableBits / bits(scalable.group(1)), scalableBits, whole);
        }
        if (access && one.operands().matches("z\\d+, .*")) {
            return new Kind(op, scalableBits / 32, scalableBits, whole);
        }
        Matcher alone = LANE.matcher(one.operands());
        if (!alone.matches()) {
            alone = ALONE.matcher(one.operands());
        }
        if (alone.matches()) {
            int bits = bits(alone.group(1));
            int times = PAIR.matcher(name).matches() ? 2 : name.equals(IN_ORDER) ? scalableBits / bits : 1;
            return new Kind(op, bits == 128 ? 4 : 1, bits, whole, times);
        }
        return Kind.OTHER;
    }

    private static int bits(String letter) {
        return 8 << "bhsdq".indexOf(letter);
    }

    private static Op access(String name, String operands) {
        return name.startsWith("st") ? Op.STORE : GATHERED.matcher(operands).matches() ? Op.GATHER : Op.LOAD;
    }

    private static Op op(String name) {
        return switch (name) {
            case "fmla", "fmls", "fmadd", "fmsub", "fnmadd", "fnmsub", "fmad", "fmsb", "fnmla", "fnmls", "fnmad",
                    "fnmsb", "mla", "mls", "mad", "msb", "sdot", "udot" -> Op.MULTIPLY_ADD;
            case "fmul", "fnmul", "fmulx", "mul", "smull", "umull", "smull2", "umull2", "smulh", "umulh" -> Op.MULTIPLY;
            case "fadd", "add", "faddp", "addp", "faddv", "fadda", "addv" -> Op.ADD;
            case "fsub", "fsubr", "fabd", "sub", "subr" -> Op.SUBTRACT;
            case "fdiv", "fdivr", "fsqrt", "sdiv", "udiv" -> Op.DIVIDE;
            case "fmax", "fmin", "fmaxnm", "fminnm", "smax", "smin", "umax", "umin" -> Op.MAXIMUM;
            case "and", "orr", "eor", "bic", "orn", "bif", "bit", "bsl", "sel", "fcsel", "abs", "fabs", "neg", "fneg",
                    "not", "mvn" -> Op.LOGIC;
            case "mov", "fmov", "movprfx" -> Op.COPY;
            default -> name.matches("frint.*") ? Op.ROUND
                    : name.matches("f?(cm|ac)(p|pe|eq|ne|g[te]|l[te]|h[is]|l[os]|tst)|fcmuo") ? Op.COMPARE
                    : name.matches("fcvt.*|[su]cvtf|[su]?q?xtn2?|[su]xtl2?|[su]shll2?") ? Op.CONVERT
                    : name.matches("dup|ins|ext|zip.*|uzp.*|trn.*|tbl|rev.*|[su]mov|splice|compact") ? Op.SHUFFLE
                    : Op.OTHER;
        };
    }
}
