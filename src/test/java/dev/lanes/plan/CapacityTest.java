package dev.lanes.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.ForeignLocale;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.Machine;
import dev.lanes.event.Plan;
import dev.lanes.experiment.sample.SampleCatalog;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Isolated("changes the default locale of the JVM")
class CapacityTest {
    private static final long GIB = 1L << 30;

    private final ExperimentCard worded = SampleCatalog.open().find("worded").orElseThrow();
    private final ExperimentCard.Variant wide = worded.variant("wide").orElseThrow();
    private final ExperimentCard.Variant library = worded.variant("library").orElseThrow();

    @Test
    void hardwareThreadsOfOneCoreCountOnceAndAContainerMayHaveFewer() {
        assertThat(Capacity.of(machine(8, 4, 512, 4 * GIB)).cores()).isEqualTo(4);
        assertThat(Capacity.of(machine(2, 4, 512, 4 * GIB)).cores()).isEqualTo(2);
        assertThat(Capacity.of(machine(8, 0, 512, 4 * GIB)).cores()).as("physical cores unknown").isEqualTo(8);
    }

    @Test
    void aVariantNeedsVectorsNoWiderThanTheMachines() {
        assertThat(Capacity.of(machine(2, 2, 512, 4 * GIB)).lack(wide)).isEmpty();
        assertThat(Capacity.of(machine(2, 2, 128, 4 * GIB)).lack(wide)).hasValueSatisfying(
                lack -> assertThat(lack).contains("512").contains("128"));
    }

    @Test
    void aVariantMayNeedALibraryThatTheMachineLacks() {
        assertThat(Capacity.of(machine(2, 2, 512, 4 * GIB)).lack(library)).hasValueSatisfying(
                lack -> assertThat(lack).contains("OpenBLAS").contains("none was found"));
        assertThat(new Capacity(512, 2, 2, GIB, Optional.empty()).lack(library)).isEmpty();
    }

    @Test
    void aHeapMayTakeThreeQuartersOfTheMemory() {
        Capacity capacity = Capacity.of(machine(2, 2, 256, 4 * GIB));
        assertThat(capacity.lackOfHeap(3 * GIB)).isEmpty();
        assertThat(capacity.lackOfHeap(3 * GIB + 1)).isPresent();
        assertThat(Capacity.of(machine(2, 2, 256, GIB + GIB / 2)).lackOfHeap(Plan.USUAL_HEAP_BYTES)).isEmpty();
        assertThat(Capacity.of(machine(2, 2, 256, GIB)).lackOfHeap(Plan.USUAL_HEAP_BYTES)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("dev.lanes.ForeignLocale#tags")
    void figuresAreWrittenAlikeInEveryCountry(String locale) {
        Capacity capacity = Capacity.of(machine(2, 2, 256, 2 * GIB));
        try (ForeignLocale foreign = ForeignLocale.of(locale)) {
            assertThat(capacity.lack(wide).orElseThrow()).contains("512").contains("256");
            assertThat(capacity.lackOfHeap(3 * GIB).orElseThrow()).contains("3.0").contains("1.5");
        }
    }

    @Test
    void aMachineThatCannotBeReadRefusesNothing() {
        assertThat(Capacity.unknown().lack(wide)).isEmpty();
        assertThat(Capacity.unknown().lack(library)).isEmpty();
        assertThat(Capacity.unknown().lackOfHeap(100 * GIB)).isEmpty();
        assertThat(Capacity.unknown().cores()).isPositive();
    }

    private static Machine machine(int usableCpus, int physicalCores, int simdBits, long memoryBytes) {
        return new Machine(
                "CPU", "amd64", 8, physicalCores, usableCpus, List.of(), simdBits, memoryBytes, "OS", "25", "VM",
                "C1 and C2", false, List.of(), null, "none was found");
    }
}
