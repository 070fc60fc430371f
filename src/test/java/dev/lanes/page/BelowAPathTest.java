package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import dev.lanes.run.FakeWorker.Script;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The server behind a proxy that shows it as `/demo/` and strips that from what is asked.
@PageTests
class BelowAPathTest {
    private static final String RUN = "/?v=1&section=3&scripted.workers=2&scripted.param.script="
            + Script.NORMAL.number();

    private Visitor visitor;
    private StrippingProxy proxy;

    @BeforeEach
    void arrive(Visitor visitor) throws IOException {
        this.visitor = visitor;
        this.proxy = StrippingProxy.of(visitor.server());
    }

    @AfterEach
    void leave() throws IOException {
        proxy.close();
    }

    @Test
    void aWholeVisitStaysBelowThePath() {
        Card card = visitor.open(proxy.root() + RUN).card();
        card.run().awaitStage("finished");
        visitor.page().reload();
        card.awaitStage("finished");
        assertThat(visitor.page().url()).startsWith(proxy.root() + "/?v=1&section=3").contains("&run=");

        card.button("Share or export").click();
        visitor.page().locator("[data-act=store]").click();
        String link = field("result");
        assertThat(link).startsWith(proxy.root() + "/r/");
        assertThat(field("settings")).startsWith(proxy.root() + "/?v=1&");
        assertThat(field("embed")).contains("src=\"" + link.replace("/r/", "/embed/") + "\"");
        visitor.page().locator("[data-act=pack]").click();
        String packed = field("packed");
        visitor.button("Close").click();

        for (String opened : List.of(link, packed)) {
            Visitor other = visitor.another(UnaryOperator.identity());
            assertThat(other.open(opened).card().answer()).isVisible();
            assertThat(other.page().url()).isEqualTo(opened);
            other.page().getByText("Stored runs", new Page.GetByTextOptions().setExact(true)).first().click();
            assertThat(other.page().locator("run-list").getByRole(AriaRole.HEADING).first()).isVisible();
            other.section("3").click();
            assertThat(other.card().heading()).isVisible();
            assertThat(other.page().url()).startsWith(proxy.root() + "/");
            assertThatAllWentWellBelowThePath(other);
        }
        assertThatAllWentWellBelowThePath(visitor);
    }

    @Test
    void aFrameBelowThePathHasItsFigureAndTheWayToAllOfIt() {
        String link = shared();
        visitor.page().navigate(link.replace("/r/", "/embed/"));

        assertThat(visitor.page().getByRole(AriaRole.IMG)).isVisible();
        assertThat(visitor.page().getByRole(AriaRole.LINK)).hasAttribute("href", URI.create(link).getPath());
        assertThatAllWentWellBelowThePath(visitor);
    }

    @Test
    void theServersOwnAddressesLeadBelowThePath() {
        String link = shared();

        for (String slash : List.of("/r/", link.substring(proxy.root().length()) + "/")) {
            APIResponse page = visitor.page().request().get(proxy.root() + slash);
            assertThat(page.status()).as(slash).isEqualTo(200);
            assertThat(page.url()).isEqualTo(proxy.root() + slash.substring(0, slash.length() - 1));
        }
        String page = visitor.page().request().get(link).text();
        String id = link.substring(link.lastIndexOf('/') + 1);
        assertThat(page).contains("<meta property=\"og:url\" content=\"" + link + "\">")
                .contains("<meta property=\"og:image\" content=\"" + proxy.root() + "/api/results/" + id + "/picture.png\">");
    }

    /// The link to a result that was measured and shared below the path, as the server's answers tell it.
    private String shared() {
        APIResponse run = post("/api/runs", Map.of("experiment", "scripted", "variants", List.of("plain")));
        URI address = URI.create(run.url()).resolve(run.headers().get("location"));
        assertThat(address.toString()).startsWith(proxy.root() + "/api/runs/");
        visitor.page().waitForCondition(() -> visitor.page().request().get(address.toString()).text()
                .contains("\"state\":\"FINISHED\""));
        APIResponse shared = post("/api/results", Map.of("run", address.getPath().replaceFirst(".*/", "")));
        URI result = URI.create(shared.url());
        String url = JsonParser.parseString(shared.text()).getAsJsonObject().get("url").getAsString();
        assertThat(result.resolve(shared.headers().get("location")).toString())
                .startsWith(proxy.root() + "/api/results/");
        return result.resolve(url).toString();
    }

    private APIResponse post(String path, Map<String, Object> body) {
        return visitor.page().request().post(proxy.root() + path, RequestOptions.create().setData(body));
    }

    private String field(String what) {
        return visitor.page().locator("[data-what=" + what + "]").locator("input, textarea").inputValue();
    }

    private void assertThatAllWentWellBelowThePath(Visitor one) {
        String host = proxy.root().replaceFirst("http:", "");
        assertThat(one.requests()).hasSizeGreaterThan(5).allMatch(
                address -> address.startsWith("http:" + host + "/") || address.startsWith("ws:" + host + "/"));
        assertThat(one.complaints()).isEmpty();
    }
}
