package dev.lanes.web.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.lanes.web.FakeWorkerProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server has for guesses and lessons: reasons, the glossary, QR codes.
@QuarkusTest
@TestProfile(FakeWorkerProfile.class)
class LessonPartsTest {

    @Test
    void anExperimentsReasonsComeWithItsCodeAndTellWhatConfirmsThem() {
        given().get("/api/experiments/scripted").then()
                .statusCode(200)
                .body("reasons.cause", contains("cores", "lock", "task-overhead"))
                .body("reasons[0].codes", contains("processors-busy"));
        given().get("/api/experiments").then().body("[1]", not(hasKey("reasons")));
    }

    @Test
    void theGlossaryHasWordsWithTheExperimentsThatShowThem() {
        given().get("/api/glossary").then()
                .statusCode(200)
                .body("id", hasItem("cache-line"))
                .body("find { it.id == 'lane' }.experiment", is("simd-width"));
    }

    @Test
    void anAddressOfThisServerBecomesAQrCode() {
        given().queryParam("of", here() + "/?v=1&only=matmul").get("/api/qr.svg").then()
                .statusCode(200)
                .contentType(startsWith("image/svg+xml"))
                .body("svg.path.size()", is(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://elsewhere.example/?v=1", "javascript:alert(1)", "/?v=1", "http://", "not an address"})
    void noOtherTextDoes(String text) {
        given().queryParam("of", text).get("/api/qr.svg").then().statusCode(422).body("field", is("of"));
    }

    @Test
    void norDoesOneThatIsTooLong() {
        given().queryParam("of", here() + "/?v=1&answer=" + "x".repeat(1_000)).get("/api/qr.svg").then().statusCode(422);
    }

    private static String here() {
        return "http://localhost:" + RestAssured.port;
    }
}
