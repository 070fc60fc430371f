package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.lanes.run.FakeWorker.Script;
import dev.lanes.store.Postgres;
import dev.lanes.store.StorageException;
import dev.lanes.web.http.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A database that goes away in mid-run. Skipped where no PostgreSQL is installed.
@QuarkusTest
@TestProfile(PostgresProfile.class)
@Timeout(90)
class StorageAwayTest {
    @ConfigProperty(name = PostgresProfile.FOLDER)
    Optional<String> folder;

    @ConfigProperty(name = PostgresProfile.PORT)
    Optional<Integer> port;

    private Postgres postgres;

    @BeforeEach
    void find() {
        assumeThat(folder).as("Debian's package postgresql is installed").isPresent();
        postgres = Postgres.at(Path.of(folder.get()), port.orElseThrow());
    }

    @Test
    void aRunOutlivesTheDatabaseAndIsStoredWhenThatIsBack() throws Exception {
        String known = finished();
        await().until(() -> Boolean.TRUE.equals(given().get("/api/runs/" + known).path("stored")));
        String run = Api.start(Script.ENDLESS);
        Api.awaitState(run, "RUNNING");

        postgres.stop();
        try {
            given().get("/api/runs/" + run).then().statusCode(200).body("state", is("RUNNING"));
            assertThat(Api.cancel(run)).isEqualTo(204);
            String other = finished();
            await().until(() -> Boolean.FALSE.equals(given().get("/api/runs/" + other).path("stored")));

            given().get("/api/runs/" + other).then().statusCode(200)
                    .body("state", is("FINISHED"))
                    .body("verdict", notNullValue())
                    .body("notStoredBecause", is(StorageException.Reason.AWAY.words()));
            given().get("/api/runs/" + other + "/result").then().statusCode(200)
                    .body("run.state", is("FINISHED")).body("experiment.variants.code", notNullValue());
            given().contentType("application/json").body(Map.of("run", other)).post("/api/results").then()
                    .statusCode(503)
                    .contentType(Problem.MEDIA_TYPE)
                    .header("Retry-After", notNullValue())
                    .body("detail", containsString(StorageException.Reason.AWAY.words()));
            for (String path : new String[] {
                "/api/runs", "/api/runs/unknown", "/api/runs/" + known, "/api/results/aaaaaaaaaaaaaaaa"
            }) {
                given().get(path).then().statusCode(503).contentType(Problem.MEDIA_TYPE)
                        .body("detail", containsString(StorageException.Reason.AWAY.words()));
            }
            given().get("/r/aaaaaaaaaaaaaaaa").then().statusCode(200).body(containsString("<lanes-app>"));

            postgres.begin();
            await().atMost(Duration.ofSeconds(40)).until(() ->
                    Boolean.TRUE.equals(given().get("/api/runs/" + other).path("stored")));
            given().contentType("application/json").body(Map.of("run", other)).post("/api/results").then()
                    .statusCode(201);
            given().get("/api/runs/" + known).then().statusCode(200).body("state", is("FINISHED"));
        } finally {
            if (given().get("/api/runs").statusCode() == 503) {
                postgres.begin();
            }
        }
    }

    private static String finished() {
        String id = Api.start(Script.NORMAL);
        Api.awaitState(id, "FINISHED");
        return id;
    }
}
