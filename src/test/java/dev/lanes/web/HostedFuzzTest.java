package dev.lanes.web;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(HostedProfile.class)
class HostedFuzzTest {

    @TestHTTPResource("/")
    URI server;

    @Test
    void everyRequestIsAnswered() throws InterruptedException {
        new Fuzz(server, "X-Forwarded-For: 198.51.").send();
    }
}
