package dev.lanes.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanes.annotation.Moves;
import dev.lanes.annotation.UsefulWork;
import dev.lanes.annotation.Work;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkCountTest {
    private static final Catalog CATALOG = new Catalog(
            ExperimentClasses.listedByJmh(WorkCountTest.class.getClassLoader()),
            Sources.ofTheApp(WorkCountTest.class.getClassLoader()));

    @Test
    void kernelsCountTheirWorkAndKitchensDoNot() {
        assertThat(CATALOG.experiments().stream().filter(card -> card.work().any()).map(ExperimentCard::id))
                .contains("add-lists", "matmul", "relu", "simd-width", "large-matmul", "memory-copy", "row-vs-column",
                        "linear-layer", "convolve-images", "gradient-sum", "normalise", "float-width", "neural-batch")
                .doesNotContain("sandwiches", "race", "gil", "false-sharing");
    }

    @ParameterizedTest
    @MethodSource("countingExperiments")
    void everyVariantHasSomethingToDoWhateverItsParameters(ExperimentCard card) {
        List<ToLongFunction<ExperimentCard.Param>> choices = List.of(
                ExperimentCard.Param::min, ExperimentCard.Param::standard, ExperimentCard.Param::max);
        for (ExperimentCard.Variant variant : card.variants()) {
            double before = 0;
            for (ToLongFunction<ExperimentCard.Param> choice : choices) {
                List<Long> values = card.params().stream().map(choice::applyAsLong).toList();
                Work work = card.work().work(variant.method(), values).orElseThrow();
                assertThat(work.flops()).isBetween(0.0, 1e15);
                assertThat(work.bytes()).isBetween(4.0, 1e12);
                assertThat(work.footprint()).isBetween(4.0, 1e12);
                assertThat(work.peak()).isBetween(0.25, 1.0);
                assertThat(work.flops() + work.bytes()).as("%s with %s", variant.id(), values)
                        .isGreaterThanOrEqualTo(before);
                before = work.flops() + work.bytes();
            }
        }
    }

    static Stream<ExperimentCard> countingExperiments() {
        return CATALOG.experiments().stream().filter(card -> card.work().any());
    }

    @Test
    void theFormulasAreThoseOfTheBooks() {
        assertThat(work("matmul", "blockedAndPacked", 64, 784, 128))
                .isEqualTo(Work.once(2.0 * 64 * 784 * 128, 4.0 * (64 * 784 + 784 * 128 + 64 * 128)));
        assertThat(work("add-lists", "vectorApi", 1000)).isEqualTo(new Work(1000, 12_000, 12_000).oneAtATime());
        assertThat(work("memory-copy", "oneAfterAnother", 32)).isEqualTo(Work.once(0, 2.0 * 4 * 32e6).moving(Moves.ARRAYCOPY));
        assertThat(work("float-width", "doubleVector", 0, 256).bytes())
                .isEqualTo(2 * work("float-width", "floatVector", 0, 256).bytes());
        assertThat(work("float-width", "doubleVector", 1, 256).peak())
                .isEqualTo(work("float-width", "floatVector", 1, 256).peak() / 2);
        assertThat(work("gradient-sum", "sequential", 64).bytes()).isEqualTo(64 * 2.0 * 4 * 784 * 128);
        assertThat(work("neural-batch", "sequential", 32).bytes())
                .isEqualTo(32 * work("neural-batch", "sequential", 1).bytes());
        assertThat(work("neural-batch", "sequential", 1).flops())
                .isEqualTo(2.0 * (784 * 128 + 128 * 64 + 64 * 10) + (128 + 64 + 10) + (128 + 64));
    }

    @Test
    void aMethodThatDoesNotFitItsExperimentIsRefused() {
        assertThatThrownBy(() -> WorkCount.of(TooFew.class, 1, List.of("plain")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("1 parameters");
        assertThatThrownBy(() -> WorkCount.of(Stranger.class, 0, List.of("plain")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("Stranger");
        assertThatThrownBy(() -> WorkCount.of(Twice.class, 0, List.of("plain")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("Twice");
        assertThatThrownBy(() -> new Work(Double.NaN, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Work work(String id, String method, long... values) {
        List<Long> params = Arrays.stream(values).boxed().toList();
        return CATALOG.find(id).orElseThrow().work().work(method, params).orElseThrow();
    }

    /// Takes no parameter.
    public static class TooFew {
        @UsefulWork
        public static Work work() {
            return Work.once(1, 1);
        }
    }

    /// Names a variant that is not there.
    public static class Stranger {
        @UsefulWork(variants = "other")
        public static Work work() {
            return Work.once(1, 1);
        }
    }

    /// Counts for all variants in two ways.
    public static class Twice {
        @UsefulWork
        public static Work work() {
            return Work.once(1, 1);
        }

        @UsefulWork
        public static Work again() {
            return Work.once(2, 2);
        }
    }
}
