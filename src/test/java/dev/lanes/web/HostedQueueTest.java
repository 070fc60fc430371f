package dev.lanes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.lanes.BesideOthers;
import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.http.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

/// The queue of a hosted server, as strangers see it.
@ResourceLock(BesideOthers.PROCESSES_OF_RUNS)
@QuarkusTest
@TestProfile(HostedProfile.class)
@Timeout(60)
class HostedQueueTest {
    private final Strangers strangers = new Strangers();

    @TestHTTPResource("/")
    URI server;

    @AfterEach
    void leaveNothing() {
        strangers.leave();
        await().until(() -> Api.workers().isEmpty());
    }

    @Test
    void aVisitorHasOneRunGoingAndOneWaiting() {
        String ann = Strangers.another();
        String going = strangers.start(ann, Script.ENDLESS, 8);
        awaitRunning(going);
        strangers.start(ann, Script.ENDLESS, 16);
        Response third = Strangers.post(ann, Strangers.request(Script.ENDLESS, 32));

        third.then().statusCode(429).contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString(" " + third.header("Retry-After") + " s"));
        assertThat(Integer.parseInt(third.header("Retry-After"))).isPositive();
        assertThat(strangers.start(Strangers.another(), Script.ENDLESS, 32)).as("of another").isNotEqualTo(going);
    }

    @Test
    void equalRunsThatWaitAreOneAndNobodyCancelsAStrangers() {
        String going = strangers.start(Strangers.another(), Script.ENDLESS, 8);
        awaitRunning(going);
        String ann = Strangers.another();
        String bob = Strangers.another();
        String shared = strangers.start(ann, Script.NORMAL, 8);

        assertThat(strangers.start(bob, Script.NORMAL, 8)).isEqualTo(shared);
        Strangers.as(Strangers.another()).delete("/api/runs/" + shared).then()
                .statusCode(403).contentType(Problem.MEDIA_TYPE);
        for (int press = 1; press <= 2; press++) {
            Strangers.as(ann).delete("/api/runs/" + shared).then()
                    .statusCode(200).contentType("application/json").body("outcome", is("LEFT_TO_OTHERS"));
        }
        assertThat(Api.state(shared)).isEqualTo("QUEUED");
        Strangers.as(bob).delete("/api/runs/" + shared).then().statusCode(204);
        Strangers.as(ann).delete("/api/runs/" + shared).then().statusCode(204);
    }

    @Test
    void theQueueTellsHowLongItWillTake() throws Exception {
        String going = strangers.start(Strangers.another(), Script.ENDLESS, 8);
        awaitRunning(going);
        String waiting = strangers.start(Strangers.another(), Script.ENDLESS, 16);

        try (EventClient watching = Strangers.watch(server, Strangers.another(), waiting)) {
            assertThat(watching.first()).contains("\"position\":1").contains("\"waitSeconds\":");
        }
    }

    @Test
    void aRunThatWaitsForNobodyIsCancelledAndOneWhoseEventsAPageAsksForIsNot() {
        awaitRunning(strangers.start(Strangers.another(), Script.ENDLESS, 8));
        String left = strangers.start(Strangers.another(), Script.ENDLESS, 16);
        String ann = Strangers.another();
        String watched = strangers.start(ann, Script.ENDLESS, 32);
        Strangers.as(ann).get("/api/runs/" + watched + "/events").then().statusCode(200).body("ended", is(false));

        // Longer than a run may wait unwatched. A page in the background asks for events only once a minute, and the
        // run that was left is not asked for meanwhile: that would be a sign of interest.
        await().pollDelay(Duration.ofSeconds(3)).until(() -> Api.state(left).equals("CANCELLED"));
        assertThat(Api.state(watched)).isEqualTo("QUEUED");
    }

    @Test
    void aFullQueueSaysSo() {
        awaitRunning(strangers.start(Strangers.another(), Script.ENDLESS, 8));
        for (int size : List.of(9, 10, 11)) {
            strangers.start(Strangers.another(), Script.ENDLESS, size);
        }

        Response refusal = Strangers.post(Strangers.another(), Strangers.request(Script.ENDLESS, 12));
        refusal.then().statusCode(503).contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString(" " + refusal.header("Retry-After") + " s"));
        assertThat(Integer.parseInt(refusal.header("Retry-After"))).isPositive();
    }

    @Test
    void aVisitorWatchesOnSoManyConnectionsAndNoMore() throws Exception {
        String run = strangers.start(Strangers.another(), Script.ENDLESS, 8);
        String eager = Strangers.another();
        try (EventClient first = Strangers.watch(server, eager, run);
                EventClient second = Strangers.watch(server, eager, run);
                EventClient third = Strangers.watch(server, eager, run);
                EventClient other = Strangers.watch(server, Strangers.another(), run)) {
            assertThat(first.first()).contains("\"seq\":1");
            assertThat(second.first()).contains("\"seq\":1");
            assertThat(third.closeCode(Duration.ofSeconds(20))).isEqualTo(4429);
            assertThat(other.first()).contains("\"seq\":1");
        }
    }

    private static void awaitRunning(String id) {
        Api.awaitState(id, "RUNNING");
    }
}
