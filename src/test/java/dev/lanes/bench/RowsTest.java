package dev.lanes.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class RowsTest {
    @Test
    void everyLineHasAnIdOfItsOwnAndAimsHigherThanItMust() {
        assertThat(Rows.all()).extracting(Row::id).doesNotHaveDuplicates();
        assertThat(Rows.demanded()).hasSize(11)
                .allSatisfy(row -> assertThat(row.aim()).isGreaterThan(row.atLeast()));
    }

    @Test
    void linesOfWhichNothingIsDemandedComeLast() {
        assertThat(Rows.all()).startsWith(Rows.demanded().toArray(Row[]::new));
        assertThat(Rows.all().subList(11, Rows.all().size())).extracting(Row::id)
                .contains("copy", "multiply-add", "transpose-256", "transpose-1000", "softmax");
        assertThat(Rows.all().subList(11, Rows.all().size())).extracting(Row::atLeast).containsOnlyNulls();
    }

    @Test
    void whatItMeasuresAreBenchmarksWithThoseParameters() throws Exception {
        Set<BenchmarkListEntry> benchmarks = BenchmarkList.defaultList().getAll(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of());

        assertThat(Rows.all().stream().flatMap(row -> Stream.of(row.ours(), row.rival()))).allSatisfy(side -> {
            List<BenchmarkListEntry> found = benchmarks.stream()
                    .filter(one -> one.getUsername().equals(side.benchmark()))
                    .toList();
            assertThat(found).hasSize(1);
            if (!side.params().isEmpty()) {
                assertThat(found.getFirst().getParams().get().keySet()).containsAll(side.params().keySet());
            }
        });
    }

    @Test
    void bothSidesOfAProductDoTheSameWork() {
        assertThat(Rows.all().stream().filter(row -> row.id().startsWith("sgemm")).toList())
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.ours().work()).isEqualTo(row.rival().work()));
    }
}
