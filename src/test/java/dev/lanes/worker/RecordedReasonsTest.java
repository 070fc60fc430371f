package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lanes.BesideOthers;
import dev.lanes.event.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The results that come with the product get the causes that an expert gives them, and no others.
@BesideOthers
class RecordedReasonsTest {
    private static final Map<String, Verdict> VERDICTS = RecordedResult.all().stream()
            .collect(Collectors.toMap(one -> one.card().id(), RecordedResult::verdict));

    static Set<String> recorded() {
        return VERDICTS.keySet();
    }

    /// `must`: what the figures show beyond doubt. `may`: what is true as well, if its rule finds it strong enough.
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
        "data-parallel,        , processors-busy processors-idle dearer-work",
        "model-parallel,       processors-idle, dearer-work",
        "false-sharing,        dearer-work, ",
        "memory-ladder,        code, ",
        "row-vs-column,        code, ",
        "large-matmul,         processors-busy, arithmetic",
        "memory-copy,          data, dearer-work",
        "preprocess,           processors-busy, dearer-work",
        "sample-training,      processors-busy, dearer-work",
        "tiny-tasks,           handing-over, processors-idle",
        "convolve-images,      processors-busy, dearer-work",
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
        Verdict verdict = VERDICTS.get(experiment);
        assumeThat(verdict.referenceKey()).as("what the claim compares was recorded").isNotNull();

        assertThat(verdict.reasonCodes()).containsAll(words(must)).isSubsetOf(
                Stream.of(must, may).flatMap(codes -> words(codes).stream()).toList());
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void everyQuestionIsAnsweredByOneSentence(String experiment) {
        Verdict verdict = VERDICTS.get(experiment);
        assumeThat(verdict.referenceKey()).isNotNull();

        assertThat(verdict.answer()).endsWith(".").doesNotContain("NaN", "null", "Infinity");
        assertThat(verdict.answer().chars().filter(letter -> letter == '.').count()).isPositive();
    }

    @Test
    void noRecordedClaimAboutFourWorkersPlainlyHoldsOnTwo() {
        List<Verdict> standIns = VERDICTS.values().stream().filter(one -> one.standIn() != null).toList();

        assertThat(standIns).isNotEmpty().allSatisfy(verdict -> assertThat(verdict.text())
                .doesNotContain("holds on this machine"));
        assertThat(VERDICTS.get("sandwiches").standIn()).isEqualTo(new Verdict.StandIn(2, 4));
    }

    @Test
    void theRatioToQuoteIsOneOverCompiledCode() {
        Function<String, String> over = experiment -> VERDICTS.get(experiment).quoted().referenceKey();

        assertThat(over.apply("matmul")).isEqualTo("triple-loop");
        assertThat(over.apply("strategy")).isEqualTo("compiled-loops");
        assertThat(over.apply("relu")).isEqualTo("if-and-else");
        assertThat(VERDICTS.get("matmul").quoted().speedup().value()).isLessThan(100);
        assertThat(VERDICTS.get("matmul").measuredSpeedup().value()).isGreaterThan(1000);
    }

    @Test
    void theBestCaseIsACorrectOneThatDoesWhatTheQuestionAsks() {
        assertThat(VERDICTS.get("neural-batch").best()).as("two JVMs leave it open").isNull();
        assertThat(VERDICTS.get("race").best().key()).startsWith("sums-per-worker/");
        assertThat(VERDICTS.get("memory-ladder").best().key()).isEqualTo("in-sequence");
        assertThat(VERDICTS.get("not-measuring").best()).isNull();
        assertThat(VERDICTS.get("tiny-tasks").best()).isNull();
    }

    private static List<String> words(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.trim().split(" "));
    }
}
