package dev.lanes.machinecode;

import static dev.lanes.machinecode.HotLoopsTest.assertNothingBesides;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.event.look.MachineCode.Turn;
import dev.lanes.event.look.MachineCode.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the rules say of listings of AArch64 is what somebody reads in them. A JVM 25 for AArch64 printed them, in an
/// emulator: `docs/results/machine-code.md` tells how.
@BesideOthers
class ArmLoopsTest {
    private static final Isa NEON = Isa.aarch64(128);
    private static final Isa SVE = Isa.aarch64(256);

    /// "Four fmadd of single floats from s0 to s0, by way of s17 and s16: one chain. Eight numbers are loaded."
    @Test
    void aScalarSumWaitsForItself() throws Exception {
        Turn turn = turn("aarch64-scalar-sum");
        assertThat(turn.numbers()).isEqualTo(4);
        assertThat(turn.lanes()).isEqualTo(1);
        assertThat(turn.work()).containsExactly(new Work("multiply-add", 4, 1));
        assertThat(turn.sums()).isEqualTo(1);
        assertThat(turn.loads()).isEqualTo(8);
        assertNothingBesides(turn);
    }

    /// "Four fmul and four fadd of single floats, each with a str to a place of its own. No check."
    @Test
    void aReorderedProductHasNoSumToWaitFor() throws Exception {
        Turn turn = turn("aarch64-reordered-product");
        assertThat(turn.numbers()).isEqualTo(4);
        assertThat(turn.work()).containsExactly(new Work("multiplication", 4, 1), new Work("addition", 4, 1));
        assertThat(turn.sums()).isZero();
        assertThat(turn.stores()).isEqualTo(4);
        assertThat(List.of(turn.boundsChecks(), turn.branches(), turn.calls(), turn.spills())).containsOnly(0);
    }

    /// "Eight fmla of four lanes, all into v16."
    @Test
    void aDotProductInLanesWithOneSumWaitsToo() throws Exception {
        Turn turn = turn("aarch64-vector-dot-one-sum");
        assertThat(turn.numbers()).isEqualTo(32);
        assertThat(turn.bits()).isEqualTo(128);
        assertThat(turn.work()).containsExactly(new Work("multiply-add", 8, 4));
        assertThat(turn.sums()).isEqualTo(1);
        assertNothingBesides(turn);
    }

    /// "Sixteen fmla of four lanes: v25, v26, v27 and v28 take turns."
    @Test
    void fourSumsTakeTurns() throws Exception {
        Turn turn = turn("aarch64-vector-dot-four-sums");
        assertThat(turn.numbers()).isEqualTo(64);
        assertThat(turn.work()).containsExactly(new Work("multiply-add", 16, 4));
        assertThat(turn.sums()).isEqualTo(4);
        assertThat(turn.loads()).isEqualTo(32);
        assertNothingBesides(turn);
    }

    /// "A tile of eight rows and two registers of four lanes: sixteen fmla into sixteen registers. Eight factors are
    /// loaded and copied into all lanes. One address is fetched from the stack." It is of a pooled variant.
    @Test
    void aBlockedProductKeepsItsTileInRegisters() throws Exception {
        Turn turn = turn("aarch64-blocked-product");
        assertThat(turn.numbers()).isEqualTo(64);
        assertThat(turn.work()).containsExactly(new Work("multiply-add", 16, 4));
        assertThat(turn.sums()).isEqualTo(16);
        assertThat(turn.loads()).isEqualTo(10);
        assertThat(turn.spills()).isEqualTo(1);
        assertThat(List.of(turn.boundsChecks(), turn.calls(), turn.branches(), turn.stores())).containsOnly(0);
    }

    /// "Four numbers, and for each an fcmp and a b.gt. The b.ge is the end of the loop, which is in its middle."
    @Test
    void aBranchyRectifierDecidesForEveryNumber() throws Exception {
        Turn turn = turn("aarch64-branchy-relu");
        assertThat(turn.numbers()).isEqualTo(4);
        assertThat(turn.lanes()).isEqualTo(1);
        assertThat(turn.work()).containsExactly(new Work("comparison", 4, 1));
        assertThat(turn.branches()).isEqualTo(4);
        assertThat(List.of(turn.boundsChecks(), turn.calls(), turn.spills())).containsOnly(0);
    }

    /// "Four fmul and four fadd, all into s19. Each has its own cmp and b.cs, which lead to where the code gives up."
    @Test
    void aProductDownTheColumnsChecksEveryIndex() throws Exception {
        Turn turn = turn("aarch64-checked-product");
        assertThat(turn.numbers()).isEqualTo(4);
        assertThat(turn.work()).containsExactly(new Work("multiplication", 4, 1), new Work("addition", 4, 1));
        assertThat(turn.sums()).isEqualTo(1);
        assertThat(turn.boundsChecks()).isEqualTo(4);
        assertThat(List.of(turn.branches(), turn.calls(), turn.spills())).containsOnly(0);
    }

    /// "Sixteen fmla of z registers: z25, z26, z27 and z28 take turns. The counter grows by 128: each has eight lanes.
    /// All is under the mask p7, which lets every lane work."
    @Test
    void inRegistersOfTheProcessorsOwnWidthFourSumsTakeTurns() throws Exception {
        Turn turn = Recordings.turn(SVE, "aarch64-sve-dot-four-sums");
        assertThat(turn.numbers()).isEqualTo(128);
        assertThat(turn.bits()).isEqualTo(256);
        assertThat(turn.work()).containsExactly(new Work("multiply-add", 16, 8));
        assertThat(turn.sums()).isEqualTo(4);
        assertThat(turn.loads()).isEqualTo(32);
        assertNothingBesides(turn);
    }

    /// "Eight fmul of eight lanes. Then fadda adds their lanes to s0 one after another, 64 additions that all wait."
    @Test
    void aSumInTheOrderOfTheSourceIsAddedUpLaneByLane() throws Exception {
        Turn turn = Recordings.turn(SVE, "aarch64-sve-strict-sum");
        assertThat(turn.numbers()).isEqualTo(64);
        assertThat(turn.work()).containsExactly(new Work("multiplication", 8, 8), new Work("addition", 64, 1));
        assertThat(turn.sums()).isEqualTo(1);
        assertNothingBesides(turn);
    }

    /// "One ldaddal. Before it cbnz, tbnz, cbnz, cbnz and tbnz leave if the segment cannot be used, b.cs at its end."
    @Test
    void anAtomicAdditionIsSeen() throws Exception {
        Turn turn = turn("aarch64-atomic-counter");
        assertThat(turn.instructions()).isEqualTo(22);
        assertThat(turn.atomics()).isEqualTo(1);
        assertThat(turn.boundsChecks()).isEqualTo(1);
        assertThat(turn.branches()).isEqualTo(5);
        assertThat(turn.numbers()).isZero();
    }

    /// "Whole numbers alone: one sdiv, and msub for the rest. Two cbz leave. The ldr into wzr, whose number nobody reads,
    /// is the check for a pause."
    @Test
    void aLoopThatMayNotEndForLongAsksWhetherToPause() throws Exception {
        Turn turn = turn("aarch64-primes");
        assertThat(turn.instructions()).isEqualTo(11);
        assertThat(turn.numbers()).isZero();
        assertThat(turn.polls()).isEqualTo(1);
        assertThat(turn.branches()).isEqualTo(2);
        assertThat(List.of(turn.boundsChecks(), turn.calls(), turn.spills(), turn.atomics())).containsOnly(0);
    }

    private static Turn turn(String name) throws Exception {
        return Recordings.turn(NEON, name);
    }
}
