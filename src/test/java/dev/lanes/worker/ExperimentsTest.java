package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.BesideOthers;
import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.blas.BlasSearch;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.CodePiece;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.catalog.ExperimentClasses;
import dev.lanes.catalog.Sources;
import dev.lanes.worker.check.BenchmarkInstance;
import dev.lanes.worker.check.Comparison;
import dev.lanes.worker.check.Outputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every experiment must keep to, checked for all there are. [EveryExperimentTest] looks at the default sizes.
@BesideOthers
class ExperimentsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Catalog CATALOG = new Catalog(
            ExperimentClasses.listedByJmh(ExperimentsTest.class.getClassLoader()),
            new Sources.OnDisk(List.of(SOURCES)));

    static final List<Map<String, String>> SEVERAL_WORKERS = List.of(
            Map.of("pool", "PLATFORM", "workers", "8"), Map.of("pool", "VIRTUAL", "workers", "2"));
    private static final List<Map<String, String>> ALL_POOLS = Stream.concat(
                    Stream.of(Map.of("pool", "PLATFORM", "workers", "1")), SEVERAL_WORKERS.stream())
            .toList();

    static List<ExperimentCard> experiments() {
        return CATALOG.experiments();
    }

    @Test
    void theCatalogueHoldsTheFirstFive() {
        assertThat(experiments()).extracting(ExperimentCard::id)
                .contains("matmul", "neural-batch", "row-vs-column", "tiny-tasks", "race");
    }

    /// Guesses are compared with what the verdict finds, so no two reasons may stand for the same.
    @ParameterizedTest
    @MethodSource("experiments")
    void aVisitorWhoGuessesHasThreeOrFourReasons(ExperimentCard experiment) {
        assertThat(experiment.reasons()).hasSizeBetween(3, 4)
                .extracting(ExperimentCard.Reason::cause).doesNotHaveDuplicates();
        assertThat(experiment.reasons()).extracting(ExperimentCard.Reason::text)
                .allSatisfy(text -> assertThat(text).hasSizeBetween(10, 60).doesNotEndWith(".").matches("[a-z].*"));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void itsWordsAreThere(ExperimentCard experiment) {
        assertThat(experiment.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(experiment.title()).isNotBlank();
        assertThat(experiment.question()).endsWith("?");
        assertThat(experiment.explanation()).hasSizeGreaterThan(200);
        assertThat(experiment.claim().text()).endsWith(".");
        assertThat(experiment.claim().guideFigure()).isNotBlank();
        assertThat(experiment.variants()).extracting(ExperimentCard.Variant::label).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void itComparesSeveralVariantsWithOneBaselineOnOneThread(ExperimentCard experiment) {
        assertThat(experiment.variants()).hasSizeGreaterThan(1);
        assertThat(experiment.variants()).filteredOn(ExperimentCard.Variant::baseline)
                .singleElement().matches(variant -> !variant.pooled());
        assertThat(experiment.claim().variant()).isNotEqualTo(experiment.baseline().id());
        assertThat(experiment.workers().isEmpty()).isEqualTo(!experiment.pooled());
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void itsDefaultsAreInRange(ExperimentCard experiment) {
        assertThat(experiment.params()).allSatisfy(param -> {
            assertThat(param.label()).isNotBlank();
            assertThat(param.standard()).isBetween(param.min(), param.max());
            assertThat(param.min()).isLessThan(param.max());
        });
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void theCodeShownIsInTheFileItIsSaidToBeIn(ExperimentCard experiment) throws Exception {
        for (ExperimentCard.Variant variant : experiment.variants()) {
            List<CodePiece> pieces = CATALOG.code(experiment, variant);
            assertThat(pieces.getFirst().role()).isEqualTo(CodePiece.Role.VARIANT);
            assertThat(pieces.getFirst().text()).contains(variant.method() + "(");
            for (CodePiece piece : pieces) {
                List<String> file = Files.readAllLines(SOURCES.resolve(piece.file()));
                assertThat(piece.text().lines().map(String::strip)).containsExactlyElementsOf(
                        file.subList(piece.firstLine() - 1, piece.lastLine()).stream().map(String::strip).toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void itsVariantsAgreeAtTheSmallestSize(ExperimentCard experiment) throws Exception {
        variantsAgree(experiment, ExperimentCard.Param::min, ALL_POOLS, 2);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void itsVariantsAgreeAtARaggedSize(ExperimentCard experiment) throws Exception {
        variantsAgree(experiment, ExperimentsTest::ragged, ALL_POOLS, 2);
    }

    /// No larger than the default, which for the length of a wait is short; of a choice the last.
    private static long ragged(ExperimentCard.Param param) {
        return Math.min(param.choices().isEmpty() ? param.standard() : param.max(), 2 * param.min() + 11);
    }

    /// @param calls of which each must start from nothing; the last is compared
    static void variantsAgree(
            ExperimentCard experiment, ToLongFunction<ExperimentCard.Param> size, List<Map<String, String>> pools,
            int calls)
            throws Exception {
        Class<?> type = Class.forName(experiment.className());
        Check check = type.getAnnotation(Experiment.class).check();
        Map<String, String> params = new HashMap<>();
        experiment.params().forEach(param -> params.put(param.name(), Long.toString(size.applyAsLong(param))));
        try (BenchmarkInstance baseline =
                new BenchmarkInstance(type, experiment.baseline().method(), params::get)) {
            Object expected = baseline.call();
            for (ExperimentCard.Variant variant : experiment.variants()) {
                if (variant.needsBlas() && BlasSearch.facts().isEmpty()) {
                    continue;
                }
                for (Map<String, String> pool : variant.pooled() ? pools : List.of(Map.<String, String>of())) {
                    params.putAll(pool);
                    Comparison comparison = compare(type, variant, params, expected, calls);
                    assertThat(meantToBeWrong(experiment, variant) ? comparison.lost() >= 0 : comparison.agrees(check))
                            .as("%s %s: %s", variant.id(), params, comparison)
                            .isTrue();
                }
            }
        }
    }

    private static Comparison compare(
            Class<?> type, ExperimentCard.Variant variant, Map<String, String> params, Object expected, int calls)
            throws Exception {
        try (BenchmarkInstance instance = new BenchmarkInstance(type, variant.method(), params::get)) {
            for (int call = 1; call < calls; call++) {
                instance.call();
            }
            return Outputs.compare(expected, instance.call());
        }
    }

    private static boolean meantToBeWrong(ExperimentCard experiment, ExperimentCard.Variant variant) {
        return experiment.check().kind() == Agreement.COUNT
                && experiment.claim().effect() == Effect.HURTS
                && variant.id().equals(experiment.claim().variant());
    }
}
