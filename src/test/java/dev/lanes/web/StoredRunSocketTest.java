package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import dev.lanes.run.FakeWorker.Script;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The stream of a run that is in the storage only.
@QuarkusTest
@TestProfile(StoringProfile.class)
@Timeout(60)
class StoredRunSocketTest {

    @TestHTTPResource("/")
    URI server;

    @Test
    void aStoredRunIsReplayedAsItWasFromWhereTheClientWas() throws Exception {
        String id = stored();
        List<String> live = frames(id, 0);
        stored();

        assertThat(frames(id, 0)).hasSize(17).isEqualTo(live);
        assertThat(frames(id, 15)).isEqualTo(live.subList(15, 17));
        assertThat(frames(id, 999)).isEmpty();
    }

    @Test
    void aStoredRunsEventsAreThereForThoseToWhomNoSocketGetsThrough() {
        String id = stored();
        stored();

        for (int after : new int[] {0, 15, 999}) {
            given().get("/api/runs/%s/events?after=%d".formatted(id, after)).then().statusCode(200)
                    .body("ended", is(true))
                    .body("events.seq", is(IntStream.rangeClosed(after + 1, 17).boxed().toList()));
        }
    }

    private static String stored() {
        String id = Api.start(Script.NORMAL);
        await().until(() -> Boolean.TRUE.equals(given().get("/api/runs/" + id).path("stored")));
        return id;
    }

    /// All that comes until the stream is closed, which is with 1000.
    private List<String> frames(String id, int after) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            EventClient client = EventClient.connect(http, server, "/api/runs/%s/events?after=%d".formatted(id, after));
            assertThat(client.closeCode(Duration.ofSeconds(20))).isEqualTo(1000);
            return client.frames();
        }
    }
}
