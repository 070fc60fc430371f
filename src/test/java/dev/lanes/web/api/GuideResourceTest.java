package dev.lanes.web.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.lanes.annotation.Section;
import dev.lanes.web.FakeWorkerProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(FakeWorkerProfile.class)
class GuideResourceTest {

    @Test
    void aSectionComesWithItsText() {
        given().get("/api/sections/2").then()
                .statusCode(200)
                .contentType("application/json")
                .body("number", is(2))
                .body("title", is(Section.VECTORISATION.title()))
                .body("headline", is(Section.VECTORISATION.headline()))
                .body("lead", startsWith("A sample of a text"))
                .body("html", containsString("<lanes-card experiment=\"plainest\"></lanes-card>"));
    }

    @Test
    void aSectionWithoutATextHasNoLead() {
        given().get("/api/sections/3").then()
                .statusCode(200)
                .body("lead", is(""))
                .body("html", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "two", "02"})
    void anUnknownSectionIsNotThere(String number) {
        given().get("/api/sections/" + number).then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("\"" + number + "\""));
    }
}
