package dev.lanes.web.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;

import dev.lanes.web.FakeWorkerProfile;
import dev.lanes.web.http.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FakeWorkerProfile.class)
class RecordedResourceTest {

    @Test
    void recordedMachinesAreListedWithTheirExperiments() {
        given().get("/api/recorded").then().statusCode(200)
                .body("id", contains("sample-machine"))
                .body("[0].machine.cpuModel", is("Sample CPU"))
                .body("[0].recordedOn", is("2026-01-31"))
                .body("[0].experiments.id", contains("scripted"));
    }

    @Test
    void aRecordedResultSaysWhereAndWhenAndWhetherTheCodeHasChanged() {
        given().get("/api/recorded/sample-machine/scripted").then().statusCode(200)
                .body("version", is(1))
                .body("recorded.machine", is("Sample CPU"))
                .body("recorded.on", is("2026-01-31"))
                .body("codeChanged", is(true))
                .body("run", hasKey("cases"));
    }

    @Test
    void whatWasNotRecordedIsUnknown() {
        given().get("/api/recorded/sample-machine/nothing").then().statusCode(404).contentType(Problem.MEDIA_TYPE);
        given().get("/api/recorded/nothing/scripted").then().statusCode(404);
        given().urlEncodingEnabled(false).get("/api/recorded/..%2f..%2fdb/lanes").then().statusCode(404);
    }
}
