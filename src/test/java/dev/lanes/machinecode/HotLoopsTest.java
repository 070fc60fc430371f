package dev.lanes.machinecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanes.BesideOthers;
import dev.lanes.event.look.MachineCode.Reason;
import dev.lanes.event.look.MachineCode.Turn;
import dev.lanes.event.look.MachineCode.Work;
import dev.lanes.event.look.MachineCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the rules say of recorded listings is what somebody read in them before the rules were written.
@BesideOthers
class HotLoopsTest {
    private static final Isa NEON = Isa.aarch64(128);

    /// "Sixteen multiply-adds on single floats, all into xmm0: each waits for the last. Nothing is checked."
    @Test
    void aScalarSumIsUnrolledAndWaitsForItself() throws Exception {
        Turn turn = turn("scalar-sum");
        assertThat(turn.numbers()).isEqualTo(16);
        assertThat(turn.lanes()).isEqualTo(1);
        assertThat(turn.work()).containsExactly(new Work("multiply-add", 16, 1));
        assertThat(turn.sums()).isEqualTo(1);
        assertNothingBesides(turn);
    }

    /// "Eight products and eight sums of single floats, each stored in a place of its own. Between them the address of
    /// the array is fetched from the stack, eight times. No check."
    @Test
    void aReorderedProductHasNoSumToWaitFor() throws Exception {
        Turn turn = turn("reordered-product");
        assertThat(turn.numbers()).isEqualTo(8);
        assertThat(turn.lanes()).isEqualTo(1);
        assertThat(turn.work()).containsExactly(new Work("multiplication", 8, 1), new Work("addition", 8, 1));
        assertThat(turn.sums()).isZero();
        assertThat(turn.stores()).isEqualTo(8);
        assertThat(turn.spills()).isEqualTo(8);
        assertThat(turn.boundsChecks()).isZero();
        assertThat(turn.calls()).isZero();
    }

    /// "Eight multiply-adds of sixteen lanes, all into zmm7."
    @Test
    void aDotProductInLanesWithOneSumStillWaits() throws Exception {
        Turn turn = turn("vector-dot-one-sum");
        assertThat(turn.numbers()).isEqualTo(128);
        assertThat(turn.bits()).isEqualTo(512);
        assertThat(turn.work()).containsExactly(new Work("multiply-add", 8, 16));
        assertThat(turn.sums()).isEqualTo(1);
        assertNothingBesides(turn);
    }

    /// "Four multiply-adds of sixteen lanes into four registers, unrolled eight times."
    @Test
    void fourSumsTakeTurns() throws Exception {
        Turn turn = turn("vector-dot-four-sums");
        assertThat(turn.numbers()).isEqualTo(512);
        assertThat(turn.lanes()).isEqualTo(16);
        assertThat(turn.work()).containsExactly(new Work("multiply-add", 32, 16));
        assertThat(turn.sums()).isEqualTo(4);
        assertNothingBesides(turn);
    }

    /// "A tile of eight rows and two registers: sixteen multiply-adds of sixteen lanes into sixteen registers."
    @Test
    void aBlockedProductKeepsItsTileInRegisters() throws Exception {
        String tile = "dev.lanes.kernel.matmul.TallTile::multiply";
        List<Instruction> all = Recordings.instructions("blocked-product");
        Turn turn = new Turns(Isa.X86_64, Loop.hot(Isa.X86_64, all, Map.of(
                new Frame(tile, 49), 0.2, new Frame(tile, 67), 0.2, new Frame(tile, 115), 0.1)).orElseThrow())
                .counted();
        assertThat(turn.numbers()).isEqualTo(256);
        assertThat(turn.work()).containsExactly(new Work("multiply-add", 16, 16));
        assertThat(turn.sums()).isEqualTo(16);
        assertThat(turn.stores()).isZero();
        assertNothingBesides(turn);
    }

    /// "Four numbers, one by one, and for each a comparison and a jump that depends on it."
    @Test
    void aBranchyRectifierDecidesForEveryNumber() throws Exception {
        Turn turn = turn("branchy-relu");
        assertThat(turn.numbers()).isEqualTo(4);
        assertThat(turn.lanes()).isEqualTo(1);
        assertThat(turn.work()).containsExactly(new Work("comparison", 4, 1));
        assertThat(turn.branches()).isEqualTo(4);
        assertThat(turn.boundsChecks()).isZero();
        assertThat(turn.calls()).isZero();
    }

    /// "Four products and four sums, all into xmm6. Each product has its own check, since the columns lie apart. The
    /// first of the four is entered from behind the loop."
    @Test
    void aProductDownTheColumnsChecksEveryIndex() throws Exception {
        Turn turn = turn("checked-product");
        assertThat(turn.numbers()).isEqualTo(4);
        assertThat(turn.work()).containsExactly(new Work("multiplication", 4, 1), new Work("addition", 4, 1));
        assertThat(turn.sums()).isEqualTo(1);
        assertThat(turn.boundsChecks()).isEqualTo(4);
        assertThat(turn.branches()).isZero();
        // Two moves, an addition and a comparison.
        assertThat(turn.spills()).isEqualTo(4);
    }

    /// "The digits of a number: the division by ten is a product and two shifts, and in every turn test looks whether to
    /// pause. The loops that clear and copy arrays, with zmm, are the JVM's own: they have no line of the source."
    @Test
    void aLoopWithoutLanesIsFoundAmongThoseThatClearMemory() throws Exception {
        String method = "dev.lanes.experiment.habits.OverSynchronise::itemsOf";
        Turn turn = new Turns(Isa.X86_64, Loop.hot(
                Isa.X86_64, Recordings.instructions("digits"), Map.of(new Frame(method, 125), 1.0)).orElseThrow())
                .counted();
        assertThat(turn.instructions()).isEqualTo(16);
        assertThat(turn.numbers()).isZero();
        assertThat(turn.polls()).isEqualTo(1);
        assertThat(List.of(turn.boundsChecks(), turn.calls(), turn.branches(), turn.spills())).containsOnly(0);
    }

    /// "Before one lock add the segment is checked: five jumps to elsewhere, and one comparison with its end."
    @Test
    void anAtomicAdditionIsSeen() throws Exception {
        Turn turn = turn("atomic-counter");
        assertThat(turn.atomics()).isEqualTo(1);
        assertThat(turn.boundsChecks()).isEqualTo(1);
        assertThat(turn.branches()).isEqualTo(5);
        assertThat(turn.numbers()).isZero();
    }

    /// "Four times sixteen lanes: two gathers, a difference, a product and a sum of floats. Eight vpaddd reckon the
    /// places to gather from. Two numbers come from the stack, one of them to compare with."
    @Test
    void whatReckonsPlacesIsToldApartFromWhatIsReckoned() throws Exception {
        Turn turn = turn("gathered");
        assertThat(turn.numbers()).isEqualTo(64);
        assertThat(turn.work()).containsExactly(
                new Work("multiplication", 4, 16), new Work("addition", 4, 16), new Work("subtraction", 4, 16),
                new Work("whole-number addition", 8, 16));
        assertThat(turn.gathers()).isEqualTo(8);
        assertThat(turn.sums()).isZero();
        assertThat(turn.spills()).isEqualTo(2);
    }

    /// "JMH's loop. Of the loop that was deleted the checks are left, two for each array: jbe and jae, all to where the
    /// code gives up. One number is loaded, the one that is returned."
    @Test
    void ofADeletedLoopTheBoundsChecksAreLeft() throws Exception {
        Turn turn = turn("results-dropped");
        assertThat(turn.instructions()).isEqualTo(20);
        assertThat(turn.boundsChecks()).isEqualTo(4);
        assertThat(turn.branches()).isZero();
        assertThat(turn.loads()).isEqualTo(1);
        assertThat(turn.polls()).isEqualTo(1);
        assertThat(TurnWords.of(turn, true, 1)).doesNotContain("No call");
    }

    @Test
    void aLoopThatTakesLittleOfTheTimeSaysHowMuch() throws Exception {
        Turn turn = turn("scalar-sum");
        assertThat(TurnWords.of(turn, false, 0.31)).contains("31 %");
        assertThat(TurnWords.of(turn, false, 0.9)).doesNotContain("%");
    }

    @Test
    void theLoopOfTheLastColumnsHasABoundsCheckForEveryNumber() throws Exception {
        List<Instruction> all = Recordings.instructions("checked-tail");
        assertThat(new Flow(Isa.X86_64, all).innermost().stream().map(loop -> new Turns(Isa.X86_64, loop).counted()))
                .filteredOn(turn -> turn.lanes() == 1)
                .isNotEmpty()
                .allSatisfy(turn -> assertThat(turn.boundsChecks()).isEqualTo(turn.numbers()));
    }

    @Test
    void onAarch64LanesSumsAndChecksAreSeenToo() throws Exception {
        List<Instruction> all = Disassembler.told(
                Recordings.disassembled("aarch64"), new PrintedMethod("any::thing", false, new byte[84], List.of()));
        List<Turn> turns = new Flow(NEON, all).innermost().stream()
                .map(loop -> new Turns(NEON, loop).counted())
                .toList();
        assertThat(turns).hasSize(2);
        assertThat(turns.getFirst().numbers()).isEqualTo(8);
        assertThat(turns.getFirst().lanes()).isEqualTo(4);
        assertThat(turns.getFirst().work()).containsExactly(new Work("multiply-add", 2, 4));
        assertThat(turns.getFirst().sums()).isEqualTo(2);
        assertThat(turns.getLast().numbers()).isEqualTo(1);
        assertThat(turns.getLast().sums()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "scalar-sum", "reordered-product", "vector-dot-one-sum", "vector-dot-four-sums", "blocked-product",
        "branchy-relu"
    })
    void everyByteBecomesPartOfAnInstructionWithItsPlace(String name) throws Exception {
        PrintedMethod method = Recordings.printed(name);
        Optional<Disassembler> here = Disassembler.find(Isa.X86_64, System.getenv("PATH"));
        assumeThat(here).isPresent();
        List<Instruction> now = here.get().read(Isa.X86_64, method);
        assertThat(now).hasSameSizeAs(Recordings.instructions(name));
        assertThat(now.getFirst().at()).isZero();
        assertThat(Loop.hot(Isa.X86_64, now, Map.of()).orElseThrow().body())
                .allSatisfy(one -> assertThat(one.place()).isNotNull());
    }

    @Test
    void aListingShowsTheWholeLoopAndNoAddressOfTheJvm() throws Exception {
        MachineCode code = new Listing(Isa.X86_64, "").shown(
                "dev.lanes.kernel.matmul.MatMul::byRows", Recordings.instructions("reordered-product"), Map.of(), 1.0);
        assertThat(code.loop().last() - code.loop().first() + 1).isEqualTo(code.loop().turn().instructions());
        assertThat(code.lines().get(code.loop().last()).text()).startsWith("jl ");
        assertThat(code.places()).contains(
                new MachineCode.Place("dev/lanes/kernel/matmul/MatMul.java", "MatMul.byRows", 37));
        assertThat(code.lines()).noneMatch(line -> line.text().matches(".*0x[0-9a-f]{10,}.*"));
        assertThat(code.before() + code.lines().size() + code.after()).isEqualTo(274);
        assertThat(code.loop().sentence()).contains("8");
    }

    @Test
    void theLoopWithTheSamplesIsShownAndOfItsCopiesTheOneThatDoesTheMost() throws Exception {
        List<Instruction> all = Recordings.instructions("vector-dot-four-sums");
        Frame rest = new Frame("dev.lanes.kernel.dot.Dot::oneFusedSum", 28);
        Loop ofTheRest = Loop.hot(Isa.X86_64, all, Map.of(rest, 1.0)).orElseThrow();
        assertThat(new Turns(Isa.X86_64, ofTheRest).counted().work()).containsExactly(new Work("multiply-add", 16, 1));
    }

    @Test
    void whyThereIsNoCodeIsTold() throws Exception {
        Path log = Files.createTempFile("lanes", ".log");
        try {
            String method = "dev.lanes.kernel.dot.Dot::oneSum";
            assertThat(reason(log, new Listing.Hot(Map.of(), Map.of(), 3, 0))).isEqualTo(Reason.WAITING);
            assertThat(reason(log, new Listing.Hot(Map.of(method, 1.0), Map.of(), 200, 0.9))).isEqualTo(Reason.ELSEWHERE);
            assertThat(reason(log, new Listing.Hot(Map.of("java.util.HashMap::get", 1.0), Map.of(), 200, 0)))
                    .isEqualTo(Reason.ELSEWHERE);
            assertThat(reason(log, new Listing.Hot(Map.of(method, 1.0), Map.of(), 200, 0)))
                    .isEqualTo(Reason.NOT_COMPILED);
            Files.copy(Recordings.class.getResourceAsStream("/machine-code/scalar-sum.log"), log,
                    StandardCopyOption.REPLACE_EXISTING);
            Map<String, Double> compiled = Map.of("dev.lanes.kernel.dot.Dot::oneFusedSum", 1.0);
            assertThat(reason(log, new Listing.Hot(compiled, Map.of(), 200, 0))).isEqualTo(Reason.NO_DISASSEMBLER);
            assertThat(new Listing(null, "").of(log, new Listing.Hot(compiled, Map.of(), 200, 0), 1.0).missing().reason())
                    .isEqualTo(Reason.OTHER_PROCESSOR);
        } finally {
            Files.delete(log);
        }
    }

    private static Reason reason(Path log, Listing.Hot hot) throws Exception {
        return new Listing(Isa.X86_64, "").of(log, hot, 1.0).missing().reason();
    }

    private static Turn turn(String name) throws Exception {
        return Recordings.turn(Isa.X86_64, name);
    }

    static void assertNothingBesides(Turn turn) {
        assertThat(List.of(
                        turn.boundsChecks(), turn.calls(), turn.allocations(), turn.polls(), turn.spills(),
                        turn.branches(), turn.gathers(), turn.stores(), turn.atomics()))
                .containsOnly(0);
    }
}
