package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import com.sun.net.httpserver.HttpServer;
import dev.lanes.web.HostedProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A hosted server in the frames of a page that comes from another origin, under the headers that it really sends.
@QuarkusTest
@TestProfile(HostedProfile.class)
@ExtendWith(Browsing.class)
@Tag("page")
class FramePageTest {
    private static final String ISOLATION = "Cross-Origin-Embedder-Policy";

    private Visitor visitor;
    private HttpServer elsewhere;
    private String server;
    private String id;

    @BeforeEach
    void shareAResult(Visitor visitor) throws IOException {
        this.visitor = visitor;
        server = visitor.server().toString().replaceAll("/$", "");
        String run = SharedResult.measure(visitor).json().getAsJsonObject("run").get("id").getAsString();
        id = JsonParser.parseString(visitor.page().request()
                        .post("/api/results", RequestOptions.create().setData(Map.of("run", run))).text())
                .getAsJsonObject().get("id").getAsString();
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/favicon.ico", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterEach
    void stop() {
        elsewhere.stop(0);
    }

    @Test
    void onlyTheEmbeddedViewOfAResultShowsInTheFrameOfAnotherOrigin() {
        Page page = blog(Map.of(), """
                <iframe title="Embedded" src="%1$s/embed/%2$s" width="640" height="420"></iframe>
                <iframe title="Result" src="%1$s/r/%2$s"></iframe>
                <iframe title="Guide" src="%1$s/"></iframe>
                """.formatted(server, id));

        assertThat(frame(page, "Embedded").getByRole(AriaRole.HEADING)).hasText("Does the server do as it promises?");
        assertThat(frame(page, "Embedded").getByRole(AriaRole.IMG)).isVisible();
        page.waitForCondition(() -> refusals(visitor) == 2);
        assertThat(frame(page, "Result").locator("lanes-app")).hasCount(0);
        assertThat(frame(page, "Guide").locator("lanes-app")).hasCount(0);
        assertThat(visitor.complaints()).hasSize(2);
    }

    @Test
    void aSandboxAroundTheFrameOrItsPageChangesNothing() {
        String frame = "<iframe title='%s' src='%s/embed/%s' width='640' height='420' %s></iframe>";
        String inner = frame.formatted("Inner", server, id, "").replace("'", "&quot;");
        Page page = blog(Map.of(),
                frame.formatted("Scripts", server, id, "sandbox='allow-scripts'")
                        + "<iframe title='Outer' sandbox='allow-scripts' srcdoc='" + inner + "'></iframe>");

        assertDrawn(frame(page, "Scripts"));
        assertThat(frame(page, "Scripts").getByRole(AriaRole.LINK)).containsText("/r/" + id);
        assertDrawn(frame(page, "Outer").frameLocator("iframe"));
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void pagesThatIsolateThemselvesShowFrameAndPicture() {
        for (String isolation : new String[] {"require-corp", "credentialless"}) {
            Page page = blog(Map.of(ISOLATION, isolation), """
                    <iframe title="Open" src="%1$s/embed/%2$s" width="640" height="420"></iframe>
                    <iframe title="Closed" src="%1$s/embed/%2$s" sandbox="allow-scripts"></iframe>
                    <img alt="Result" src="%1$s/api/results/%2$s/picture.png">
                    <img alt="Experiment" src="%1$s/api/experiments/scripted/picture.png">
                    """.formatted(server, id));

            assertDrawn(frame(page, "Open"));
            assertDrawn(frame(page, "Closed"));
            assertLoaded(page.getByAltText("Result"));
            assertLoaded(page.getByAltText("Experiment"));
            assertThat(visitor.complaints()).as(isolation).isEmpty();
        }
    }

    @Test
    void withoutScriptsAStillPictureWithALinkStandsThere() {
        Page page = blog(Map.of(ISOLATION, "require-corp"),
                "<iframe title='Still' src='%s/embed/%s?theme=dark' sandbox></iframe>".formatted(server, id));

        Locator link = frame(page, "Still").getByRole(AriaRole.LINK);
        assertThat(link).hasAttribute("href", "../r/" + id);
        assertLoaded(link.getByRole(AriaRole.IMG));
        assertThat(frame(page, "Still").locator("html")).hasAttribute("data-theme", "dark");
    }

    private static void assertDrawn(FrameLocator frame) {
        assertThat(frame.getByRole(AriaRole.HEADING)).isVisible();
        assertThat(frame.getByRole(AriaRole.IMG)).isAttached();
    }

    private static void assertLoaded(Locator picture) {
        assertThat(picture).hasJSProperty("complete", true);
        assertThat(picture).not().hasJSProperty("naturalWidth", 0);
    }

    /// A page of another origin, opened.
    private Page blog(Map<String, String> headers, String content) {
        byte[] body = ("<!doctype html><title>A blog</title>" + content).getBytes(StandardCharsets.UTF_8);
        String path = "/" + headers.hashCode();
        elsewhere.createContext(path, exchange -> {
            headers.forEach(exchange.getResponseHeaders()::add);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        visitor.page().navigate("http://127.0.0.1:" + elsewhere.getAddress().getPort() + path);
        return visitor.page();
    }

    private static long refusals(Visitor visitor) {
        return visitor.complaints().stream().filter(complaint -> complaint.contains("frame-ancestors")).count();
    }

    private static FrameLocator frame(Page page, String title) {
        return page.frameLocator("iframe[title=" + title + "]");
    }
}
