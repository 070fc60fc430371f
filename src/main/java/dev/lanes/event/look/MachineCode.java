package dev.lanes.event.look;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// The machine code that a case runs in: its hot loop, and what stands around it.
///
/// @param isa the instruction set, such as "x86-64"; null if there is no code
/// @param method the compiled method that the time goes to, such as `dev.lanes.kernel.dot.Dot::oneSum`
/// @param nsPerOp the time of an operation in the JVM that printed it
/// @param places what `place` of a line counts in
/// @param lines the instructions, in their order
/// @param before how many instructions of the method are left out before them
/// @param after how many behind them
/// @param loop null if none was found
/// @param missing why there is no code; null if there is
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MachineCode(
        String isa, String method, Double nsPerOp, List<Place> places, List<Line> lines, int before, int after,
        Loop loop, Missing missing) {

    /// A line of the source.
    ///
    /// @param file path from the source root, as in the code of a variant
    /// @param method its class and name, such as `Dot.oneSum`
    public record Place(String file, String method, int line) {}

    /// An instruction.
    ///
    /// @param at its offset in the method, in bytes
    /// @param place index in `places`; null if unknown
    /// @param note what it is for, such as `poll` or `bounds check`; null if there is nothing to say
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(int at, String text, Integer place, String note) {}

    /// The hot loop and what a turn of it does.
    ///
    /// @param first index of its first line in `lines`
    /// @param last index of the jump back
    /// @param ofHarness whether it is JMH's loop around the call, as the code has none of its own
    /// @param sentence all of this in words
    public record Loop(int first, int last, boolean ofHarness, Turn turn, String sentence) {}

    /// What a turn does, counted.
    ///
    /// @param numbers how many numbers it gets through; 0 if that cannot be told
    /// @param lanes how many at a time at most; 1 for one by one, 0 if none are
    /// @param bits the width of the register that holds them
    /// @param work the arithmetic
    /// @param sums how many sums, or other results, go on from turn to turn
    /// @param polls checks whether the thread is to pause
    /// @param spills moves to the stack and back, and numbers that are taken from there to compute with
    /// @param atomics changes of memory that no other core can come between; 0 also if they were not counted
    public record Turn(
            int instructions, int numbers, int lanes, int bits, List<Work> work, int sums, int loads, int stores,
            int gathers, int boundsChecks, int branches, int calls, int allocations, int polls, int spills,
            int atomics) {}

    /// Instructions of one kind.
    ///
    /// @param kind such as `multiply-add`
    /// @param lanes how many numbers each of them takes
    public record Work(String kind, int count, int lanes) {}

    /// @param text a sentence
    public record Missing(Reason reason, String text) {}

    /// Why there is no machine code to show.
    public enum Reason {
        @JsonProperty("interpreted")
        INTERPRETED,
        @JsonProperty("from-cold")
        FROM_COLD,
        /// No program that turns bytes into instructions was found.
        @JsonProperty("no-disassembler")
        NO_DISASSEMBLER,
        @JsonProperty("other-processor")
        OTHER_PROCESSOR,
        /// Its threads hardly work.
        @JsonProperty("waiting")
        WAITING,
        /// The time goes to code that is not this project's, or not Java's.
        @JsonProperty("elsewhere")
        ELSEWHERE,
        @JsonProperty("not-compiled")
        NOT_COMPILED
    }

    /// From `dev.lanes.kernel.dot.Dot$Inner::oneSum` to `dev/lanes/kernel/dot/Dot.java`.
    public static String fileOf(String method) {
        return method.replaceAll("(\\$.*)?::.*", "").replace('.', '/') + ".java";
    }

    /// From `dev.lanes.kernel.dot.Dot::oneSum` to `Dot.oneSum`; what a lambda's class is called changes from run to
    /// run.
    public static String shortName(String method) {
        return method.replaceFirst("\\$\\$Lambda.*::", "::").replaceFirst(".*\\.(?=[^.]*::)", "").replace("::", ".");
    }

    /// No code, and why.
    public static MachineCode none(Reason reason, String text, Double nsPerOp) {
        return new MachineCode(null, null, nsPerOp, List.of(), List.of(), 0, 0, null, new Missing(reason, text));
    }
}
