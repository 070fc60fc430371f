package dev.lanes.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.http.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BurstTest.DefaultLimits.class)
class BurstTest {

    /// The limits that the server has without any configuration.
    public static class DefaultLimits extends FakeRoom {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of();
        }
    }

    @Test
    void aHundredRequestsAtOnceLoseNothing() throws Exception {
        List<Response> responses = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(20)) {
            List<Future<Response>> calls = new ArrayList<>();
            for (int call = 0; call < 100; call++) {
                calls.add(callers.submit(() -> Api.post(Api.request(Script.ENDLESS))));
            }
            for (Future<Response> call : calls) {
                responses.add(call.get());
            }
        }
        Map<Integer, List<Response>> byStatus =
                responses.stream().collect(Collectors.groupingBy(Response::statusCode));

        assertThat(byStatus).containsOnlyKeys(202, 429, 503);
        assertThat(byStatus.get(202)).hasSizeBetween(8, 9);
        for (int status : List.of(429, 503)) {
            assertThat(byStatus.get(status)).allSatisfy(response -> {
                assertThat(response.contentType()).isEqualTo(Problem.MEDIA_TYPE);
                assertThat(Integer.parseInt(response.header("Retry-After"))).isPositive();
            });
        }
        for (Response accepted : byStatus.get(202)) {
            String id = accepted.path("id");
            assertThat(Api.cancel(id)).isEqualTo(204);
            assertThat(Api.state(id)).isEqualTo("CANCELLED");
        }
        assertThat(Api.workers()).isEmpty();
        given().get("/api/experiments").then().statusCode(200);
    }
}
