package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanes.BesideOthers;
import dev.lanes.event.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The results that come with the product get the causes that an expert gives them, and no others.
@BesideOthers
class RecordedReasonsTest {
    /// By experiment, one for each machine, where what the claim compares was recorded.
    private static final Map<String, List<Verdict>> VERDICTS = RecordedResult.all().stream().collect(
            Collectors.groupingBy(one -> one.card().id(), Collectors.mapping(RecordedResult::verdict,
                    Collectors.filtering(verdict -> verdict.referenceKey() != null, Collectors.toList()))));

    static Set<String> recorded() {
        return VERDICTS.keySet();
    }

    /// `must`: what the figures show beyond doubt, where they tell the claim. `may`: what is true as well, if its rule
    /// finds it strong enough. `a|b` is either: which of them lies at the edge of a rule.
    @ParameterizedTest
    @CsvSource({
        "sandwiches,           waits-side-by-side, ",
        "add-lists,            interpreter objects, ",
        "matmul,               interpreter, objects more-than-lanes arithmetic",
        "relu,                 without-lanes, data",
        "simd-width,           lanes, ",
        "gradient-sum,         , processors-idle processors-busy dearer-work",
        "image-batch,          , processors-busy dearer-work data",
        "layer-chain,          handing-over, processors-idle",
        "neural-batch,         handing-over, processors-idle dearer-work",
        "data-parallel,        , processors-busy processors-idle handing-over dearer-work",
        "model-parallel,       processors-idle, dearer-work",
        "false-sharing,        dearer-work, ",
        "memory-ladder,        code, ",
        "row-vs-column,        code, ",
        "large-matmul,         processors-busy, arithmetic",
        "memory-copy,          data, dearer-work processors-busy",
        "preprocess,           processors-busy, dearer-work",
        "sample-training,      processors-busy|processors-idle, dearer-work",
        "tiny-tasks,           handing-over, processors-idle",
        "convolve-images,      processors-busy, dearer-work handing-over",
        "gradient-accumulator, , processors-busy processors-idle handing-over dearer-work",
        "linear-layer,         more-than-lanes, arithmetic",
        "square-100,           handing-over, processors-idle",
        "chunks,               data, code",
        "contiguous,           , data without-lanes code",
        "gil,                  processors-busy, ",
        "normalise,            , data code",
        "over-synchronise,     dearer-work, processors-idle",
        "too-many-threads,     , too-few-processors dearer-work",
        "blocked-futures,      , processors-idle dearer-work handing-over",
        "not-measuring,        from-cold, ",
        "race,                 wrong-output, processors-busy handing-over",
        "float-width,          , lanes data code",
        "strategy,             interpreter, objects processors-idle arithmetic",
    })
    void theCausesAreThoseThatAnExpertNames(String experiment, String must, String may) {
        assumeThat(VERDICTS.get(experiment)).as("what the claim compares was recorded").isNotEmpty();

        assertThat(VERDICTS.get(experiment)).allSatisfy(verdict -> {
            if (verdict.outcome() != Verdict.Outcome.CANNOT_TELL) {
                assertThat(words(must)).as(verdict.text()).allSatisfy(either -> assertThat(verdict.reasonCodes())
                        .containsAnyOf(either.split("\\|")));
            }
            assertThat(verdict.reasonCodes()).as(verdict.text()).isSubsetOf(Stream.of(must, may)
                    .flatMap(codes -> words(codes).stream())
                    .flatMap(either -> Stream.of(either.split("\\|")))
                    .toList());
        });
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void everyQuestionIsAnsweredByOneSentence(String experiment) {
        assumeThat(VERDICTS.get(experiment)).isNotEmpty();

        assertThat(VERDICTS.get(experiment)).extracting(Verdict::answer).allSatisfy(
                answer -> assertThat(answer).endsWith(".").doesNotContain("NaN", "null", "Infinity"));
    }

    @Test
    void noRecordedClaimAboutFourWorkersPlainlyHoldsOnTwo() {
        List<Verdict> standIns = VERDICTS.values().stream().flatMap(List::stream)
                .filter(one -> one.standIn() != null).toList();

        assertThat(standIns).isNotEmpty().allSatisfy(verdict -> assertThat(verdict.text())
                .doesNotContain("holds on this machine"));
        assertThat(VERDICTS.get("sandwiches")).extracting(Verdict::standIn).containsOnly(new Verdict.StandIn(2, 4));
    }

    @Test
    void theRatioToQuoteIsOneOverCompiledCode() {
        assertThat(quoted("matmul")).containsOnly("triple-loop");
        assertThat(quoted("strategy")).containsOnly("compiled-loops");
        assertThat(quoted("relu")).containsOnly("if-and-else");
        assertThat(VERDICTS.get("matmul")).allSatisfy(verdict -> {
            assertThat(verdict.quoted().speedup().value()).isLessThan(100);
            assertThat(verdict.measuredSpeedup().value()).isGreaterThan(1000);
        });
    }

    @Test
    void theBestCaseIsACorrectOneThatDoesWhatTheQuestionAsks() {
        assertThat(VERDICTS.get("race")).extracting(Verdict::best).filteredOn(Objects::nonNull).allSatisfy(
                best -> assertThat(best.key()).startsWith("sums-per-worker/"));
        assertThat(VERDICTS.get("memory-ladder")).extracting(verdict -> verdict.best().key()).containsOnly("in-sequence");
        assertThat(VERDICTS.get("not-measuring")).extracting(Verdict::best).allSatisfy(best -> assertThat(best).isNull());
        assertThat(VERDICTS.get("tiny-tasks")).extracting(Verdict::best).containsOnlyNulls();
    }

    private static List<String> quoted(String experiment) {
        return VERDICTS.get(experiment).stream().map(verdict -> verdict.quoted().referenceKey()).toList();
    }

    private static List<String> words(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.trim().split(" "));
    }
}
