package dev.lanes.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanes.ForeignLocale;
import dev.lanes.annotation.Execution;
import dev.lanes.annotation.Scale;
import dev.lanes.experiment.sample.Plainest;
import dev.lanes.experiment.sample.SampleCatalog;
import dev.lanes.experiment.sample.Worded;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.util.Optional;

@Isolated("changes the default locale of the JVM")
class CatalogTest {
    private final Catalog catalog = SampleCatalog.open();

    @Test
    void experimentsComeInTheOrderOfTheirSections() {
        assertThat(catalog.experiments()).extracting(ExperimentCard::id).containsExactly(
                "plainest", "scripted", "worded");
    }

    @Test
    void theBaselineComesFirstWhereverItStandsInTheFile() {
        assertThat(scripted().variants()).extracting(ExperimentCard.Variant::id)
                .containsExactly("plain", "one-per-worker");
        assertThat(scripted().baseline().label()).isEqualTo("Plain");
    }

    @ParameterizedTest
    @MethodSource("dev.lanes.ForeignLocale#tags")
    void idsAreTheSameInEveryCountry(String locale) {
        List<ExperimentCard.Variant> expected =
                catalog.experiments().stream().flatMap(one -> one.variants().stream()).toList();
        try (ForeignLocale foreign = ForeignLocale.of(locale)) {
            assertThat(ExperimentReader.kebab("oneTaskPerImage")).isEqualTo("one-task-per-image");
            assertThat(SampleCatalog.open().experiments())
                    .flatExtracting(ExperimentCard::variants).isEqualTo(expected);
        }
    }

    @Test
    void aVariantThatTakesAPoolIsPooled() {
        assertThat(scripted().variants()).extracting(ExperimentCard.Variant::pooled).containsExactly(false, true);
        assertThat(scripted().workers()).containsExactly(1, 2, 4);
        assertThat(catalog.find("plainest").orElseThrow().pooled()).isFalse();
    }

    @Test
    void parametersCarryTheirRangeAndTheirDefault() {
        assertThat(scripted().params()).containsExactly(
                new ExperimentCard.Param("size", "Size", "floats", 8, 8192, 1024, Scale.LOG2, List.of()),
                new ExperimentCard.Param("script", "Script", "", 1, 20, 1, Scale.LINEAR, List.of()));
    }

    @Test
    void theRarerWordsOfAVariantAreRead() {
        ExperimentCard worded = catalog.find("worded").orElseThrow();

        assertThat(worded.yardstick().orElseThrow().id()).isEqualTo("compiled");
        assertThat(scripted().yardstick()).isEmpty();
        assertThat(worded.baseline().execution()).isEqualTo(Execution.INTERPRETED);
        assertThat(worded.variant("after-ten-calls").orElseThrow()).satisfies(variant -> {
            assertThat(variant.execution()).isEqualTo(Execution.FROM_COLD);
            assertThat(variant.callsBefore()).isEqualTo(10);
        });
        assertThat(worded.variant("wide").orElseThrow().vectorBits()).isEqualTo(512);
        assertThat(worded.variants()).filteredOn(ExperimentCard.Variant::needsBlas)
                .extracting(ExperimentCard.Variant::id).containsExactly("library");
        assertThat(worded.params().getFirst().choices()).containsExactly("waiting", "busy");
        assertThat(worded.claim().againstCores()).isTrue();
    }

    @Test
    void theWorkingSetFollowsFromTheParametersInTheirOrder() {
        assertThat(catalog.find("worded").orElseThrow().workingSet().bytes(List.of(1L, 3L))).isEqualTo(3L << 20);
        assertThat(scripted().workingSet().bytes(List.of(8L, 1L))).isZero();
    }

    @Test
    void aWorkingSetOfOtherArgumentsIsRefused() {
        assertThatThrownBy(() -> WorkingSetSize.of(Worded.class, 3)).hasMessageContaining(" 3 ");
    }

    @Test
    void theClaimNamesVariantsByTheirId() {
        assertThat(scripted().claim().variant()).isEqualTo("one-per-worker");
        assertThat(scripted().claim().workers()).isEqualTo(4);
        assertThat(catalog.find("plainest").orElseThrow().claim().workers()).isNull();
        assertThat(catalog.find("plainest").orElseThrow().claim().guideSpeedup()).isNull();
    }

    @Test
    void anUnknownExperimentIsNotFound() {
        assertThat(catalog.find("nothing")).isEmpty();
    }

    @Test
    void theCodeOfAVariantBeginsWithTheVariantAndGoesOnWithWhatItCalls() {
        List<CodePiece> code = catalog.code(scripted(), scripted().variants().getLast());

        assertThat(code.getFirst().role()).isEqualTo(CodePiece.Role.VARIANT);
        assertThat(code.getFirst().text()).startsWith("public double onePerWorker(Pooled pooled) {\n    double[] sums");
        assertThat(code).extracting(CodePiece::file).contains(
                "dev/lanes/experiment/sample/Scripted.java",
                "dev/lanes/experiment/Pooled.java",
                "dev/lanes/pool/WorkerPool.java");
    }

    @Test
    void twoExperimentsWithOneIdAreRefused() {
        Sources sources = new Sources.OnDisk(List.of(Path.of("src/test/java")));
        Catalog twice = new Catalog(() -> List.of(Plainest.class, Plainest.class), sources);

        assertThatThrownBy(twice::experiments).hasMessageContaining("plainest");
    }

    @Test
    void theClassesAreThoseThatJmhListed(@TempDir Path folder) throws IOException {
        Path list = Files.createDirectories(folder.resolve("META-INF")).resolve("BenchmarkList");
        try (OutputStream lines = Files.newOutputStream(list)) {
            BenchmarkList.writeBenchmarkList(lines, List.of(entry("base"), entry("other")));
        }
        URL[] urls = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            assertThat(ExperimentClasses.listedByJmh(loader).all()).contains(Plainest.class);
        }
    }

    @Test
    void idsAreMethodNamesInKebabCase() {
        assertThat(ExperimentReader.kebab("chunkPerWorker")).isEqualTo("chunk-per-worker");
        assertThat(ExperimentReader.kebab("plain")).isEqualTo("plain");
    }

    private ExperimentCard scripted() {
        return catalog.find("scripted").orElseThrow();
    }

    private static BenchmarkListEntry entry(String method) {
        return new BenchmarkListEntry(
                Plainest.class.getName(), "generated.Plainest", method, Mode.AverageTime, Optional.none(),
                new int[] {1}, Optional.none(), Optional.none(), Optional.none(), Optional.none(), Optional.none(),
                Optional.none(), Optional.none(), Optional.none(), Optional.none(), Optional.none(), Optional.none(),
                Optional.none(), Optional.none(), Optional.none(), Optional.none(), Optional.none(), Optional.none());
    }
}
