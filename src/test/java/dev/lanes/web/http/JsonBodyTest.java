package dev.lanes.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lanes.BesideOthers;
import dev.lanes.plan.RunRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BesideOthers
class JsonBodyTest {

    @Test
    void whatIsLeftOutIsNullAndNumbersStayAsTheyAre() {
        RunRequest request = read("{\"experiment\": \"one\", \"params\": {\"size\": 4096.50}, \"workers\": [2]}");

        assertThat(request).isEqualTo(new RunRequest(
                "one", Map.of("size", new BigDecimal("4096.50")), null, null, List.of(new BigDecimal(2)), null, null,
                null, null, null, null, null));
        assertThat(read("{}")).isEqualTo(read("{\"experiment\": null, \"params\": null}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"experiment": 5}                   | experiment  | text
            {"experiment": 5.5}                 | experiment  | 5.5
            {"experiment": true}                | experiment  | true
            {"experiment": ["one"]}             | experiment  | a list
            {"param": {}}                       | param       | params
            {"params": []}                      | params      | a list
            {"params": ""}                      | params      | text ""
            {"params": {"size": "4096"}}        | params.size | text "4096"
            {"params": {"size": ""}}            | params.size | text ""
            {"params": {"size": null}}          | params.size | null
            {"params": {"size": true}}          | params.size | true
            {"params": {"size": [8]}}           | params.size | a list
            {"params": {"size": {}}}            | params.size | an object
            {"variants": "plain"}               | variants    | a list
            {"variants": ""}                    | variants    | a list
            {"variants": [1]}                   | variants    | text
            {"variants": [null]}                | variants    | null
            {"workers": ["2"]}                  | workers     | text "2"
            {"workers": 2}                      | workers     | a list
            """)
    void theFieldAndTheValueAreNamed(String body, String field, String named) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(body)).satisfies(refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(400);
            assertThat(refusal.problem().field()).isEqualTo(field);
            assertThat(refusal.problem().detail()).contains(named);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            run it
            {"experiment": "scripted"
            {"experiment": "scripted"} {}
            {"experiment": "scripted", "experiment": "plainest"}
            {"params": {"size": 1, "size": 2}}
            {"params": {"size": NaN}}
            {"params": {"size": 1e99999999999}}
            []
            null
            "scripted"
            ""
            5
            """)
    void whatIsNoJsonObjectIsNobodysField(String body) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(body)).satisfies(refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(400);
            assertThat(refusal.problem().field()).isNull();
        });
    }

    @Test
    void anEmptyBodyDeepNestingAndManyDigitsAreRefused() {
        for (String body : List.of("", "[".repeat(20_000), "{\"params\": {\"size\": " + "9".repeat(5000) + "}}")) {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(body));
        }
    }

    private static RunRequest read(String body) {
        return JsonBody.read(body.getBytes(StandardCharsets.UTF_8), RunRequest.class);
    }
}
