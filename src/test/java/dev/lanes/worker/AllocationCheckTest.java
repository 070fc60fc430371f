package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.catalog.ExperimentClasses;
import dev.lanes.catalog.Sources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The look itself, at variants whose bytes are known.
@Tag("forked")
@BesideOthers
class AllocationCheckTest {
    private static final Catalog CATALOG = new Catalog(
            ExperimentClasses.listedByJmh(AllocationCheckTest.class.getClassLoader()),
            new Sources.OnDisk(List.of(Path.of("src/main/java"))));

    @Test
    void aVariantThatMakesObjectsIsSeenToAllocateAndOneOnArraysIsNot() throws Exception {
        ExperimentCard addLists = CATALOG.find("add-lists").orElseThrow();

        assertThat(AllocationCheck.bytesPerOperation(addLists, addLists.variant("lists-compiled").orElseThrow()))
                .as("an object of 16 bytes for each of 1,000 sums").isBetween(15_990.0, 16_010.0);
        assertThat(AllocationCheck.allocates(addLists, addLists.variant("vector-api").orElseThrow())).isFalse();
    }

    @Test
    void itLooksAtCompiledVariantsThatCallKernels() {
        ExperimentCard addLists = CATALOG.find("add-lists").orElseThrow();

        assertThat(addLists.variants().stream()
                .filter(variant -> AllocationCheck.appliesTo(CATALOG, addLists, variant))
                .map(ExperimentCard.Variant::id)).contains("vector-api").doesNotContain("lists-compiled");
        assertThat(CATALOG.experiments().stream().filter(one -> one.variants().stream()
                .anyMatch(variant -> AllocationCheck.appliesTo(CATALOG, one, variant)))).hasSizeGreaterThan(20);
    }
}
