package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import com.sun.net.httpserver.HttpServer;
import dev.lanes.web.HostedRoom;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A hosted server in the frames of a page that comes from another origin, under the headers that it really sends.
@QuarkusTest
@TestProfile(HostedRoom.class)
@ExtendWith(Browsing.class)
@Tag("page")
class FramePageTest {

    @Test
    void onlyTheEmbeddedViewOfAResultShowsInTheFrameOfAnotherOrigin(Visitor visitor) throws IOException {
        String run = SharedResult.measure(visitor).json().getAsJsonObject("run").get("id").getAsString();
        String id = JsonParser.parseString(visitor.page().request()
                        .post("/api/results", RequestOptions.create().setData(Map.of("run", run))).text())
                .getAsJsonObject().get("id").getAsString();
        String blog = """
                <!doctype html><title>A blog</title>
                <iframe title="Embedded" src="%1$s/embed/%2$s" width="640" height="420"></iframe>
                <iframe title="Result" src="%1$s/r/%2$s"></iframe>
                <iframe title="Guide" src="%1$s/"></iframe>
                """.formatted(visitor.server().toString().replaceAll("/$", ""), id);
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            byte[] body = blog.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        elsewhere.start();
        try {
            Page page = visitor.page();
            page.navigate("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/");

            assertThat(frame(page, "Embedded").getByRole(AriaRole.HEADING))
                    .hasText("Does the server do as it promises?");
            assertThat(frame(page, "Embedded").getByRole(AriaRole.IMG)).isVisible();
            page.waitForCondition(() -> refusals(visitor) == 2);
            assertThat(frame(page, "Result").locator("lanes-app")).hasCount(0);
            assertThat(frame(page, "Guide").locator("lanes-app")).hasCount(0);
            assertThat(visitor.complaints()).hasSize(2);
        } finally {
            elsewhere.stop(0);
        }
    }

    private static long refusals(Visitor visitor) {
        return visitor.complaints().stream().filter(complaint -> complaint.contains("frame-ancestors")).count();
    }

    private static FrameLocator frame(Page page, String title) {
        return page.frameLocator("iframe[title=" + title + "]");
    }
}
