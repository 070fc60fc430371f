package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.lanes.run.FakeWorker.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The oldest browsers that the README names, and what is shown in those that are older still or get a part of the page
/// only.
@PageTests
class OlderBrowserTest {
    /// Takes away what Chrome 111, Firefox 115 or Safari 16.4 does not have.
    private static final String OF_2023 = """
            for (const name of ["Iterator", "URLPattern", "Temporal", "WebTransport"]) delete window[name];
            const iterator = Object.getPrototypeOf(Object.getPrototypeOf([].values()));
            for (const [owner, names] of [
              [Promise, "withResolvers try"],
              [Map, "groupBy"],
              [Map.prototype, "getOrInsert getOrInsertComputed"],
              [Object, "groupBy"],
              [URL, "parse canParse"],
              [URLSearchParams.prototype, "size"],
              [Array, "fromAsync"],
              [iterator, "map filter take drop flatMap reduce toArray forEach some every find"],
              [Set.prototype, "union intersection difference symmetricDifference isSubsetOf isSupersetOf isDisjointFrom"],
              [String.prototype, "isWellFormed toWellFormed"],
              [RegExp, "escape"],
              [Error, "isError"],
              [Math, "f16round sumPrecise"],
              [Uint8Array, "fromBase64 fromHex"],
              [Uint8Array.prototype, "toBase64 toHex"],
              [ArrayBuffer.prototype, "transfer"],
              [AbortSignal, "any"],
              [Element.prototype, "checkVisibility moveBefore setHTMLUnsafe getHTML"],
              [HTMLElement.prototype, "showPopover hidePopover togglePopover"],
              [HTMLDialogElement.prototype, "requestClose"],
              [Document.prototype, "startViewTransition"],
              [window, "scheduler"],
            ])
              for (const name of names.split(" ")) delete owner[name];
            """;

    @Test
    void thePageRunsAndSharesInTheOldestBrowsersThatAreNamed(Visitor visitor) {
        visitor.page().addInitScript(OF_2023);
        Card card = visitor.open("/?v=1&section=3&scripted.param.script=" + Script.NORMAL.number()).card();
        card.run().awaitStage("finished");
        assertThat(card.answer()).isVisible();
        card.button("Share or export").click();
        visitor.page().locator("[data-act=store]").click();
        String link = visitor.page().locator("[data-what=result] input").inputValue();

        visitor.open(link);
        assertThat(visitor.card().answer()).isVisible();
        visitor.page().navigate(link.replace("/r/", "/embed/"));
        assertThat(visitor.page().getByRole(AriaRole.IMG)).isVisible();
        assertThat(alert(visitor)).hasCount(0);
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void thePagesOwnModulesPassTheirTestsInTheOldestBrowsersThatAreNamed(Visitor visitor) {
        visitor.page().addInitScript(OF_2023);
        visitor.page().navigate("/test/index.html");
        await().until(() -> visitor.page().evaluate("Boolean(window.lanesTests)").equals(true));

        assertThat((Map<?, ?>) visitor.page().evaluate("window.lanesTests"))
                .extracting("failures").asList().isEmpty();
    }

    @Test
    void aBrowserThatLacksMoreIsToldWhichAreNeeded(Visitor visitor) {
        visitor.page().addInitScript("delete Array.prototype.toSorted");
        visitor.page().navigate("/");

        assertThatTheNeededBrowsersAreNamed(visitor);
    }

    /// A browser takes a script whose type it does not know for data.
    @ParameterizedTest
    @CsvSource({"index.html,importmap,/", "index.html,module,/", "embed.html,module,/embed/" + SharedResult.ID})
    void aBrowserWithoutModulesIsToldWhichAreNeeded(String file, String type, String address, Visitor visitor)
            throws Exception {
        String page = Files.readString(Path.of("frontend", file));
        visitor.page().route("**" + address, route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html").setBody(page.replace("type=\"" + type + "\"", "type=\"unknown\""))));
        visitor.page().navigate(address);

        assertThatTheNeededBrowsersAreNamed(visitor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "throw new Error('at start')", "let let = 1"})
    void aModuleThatIsMissingOrBrokenIsNoBlankPage(String module, Visitor visitor) {
        visitor.page().route("**/js/elements/theme.js", route -> {
            if (module.isEmpty()) {
                route.abort();
            } else {
                route.fulfill(new Route.FulfillOptions().setContentType("text/javascript").setBody(module));
            }
        });
        visitor.page().navigate("/");

        assertThatTheNeededBrowsersAreNamed(visitor);
    }

    @Test
    void aPartThatIsFetchedLaterAndDoesNotComeIsSaidToBeMissing(Visitor visitor) {
        visitor.page().route("**/js/shared/result-actions.js", Route::abort);
        visitor.page().navigate("/r");
        assertThat(alert(visitor).getByRole(AriaRole.HEADING)).isVisible();

        visitor.page().unroute("**/js/shared/result-actions.js");
        visitor.button("Try again").click();
        assertThat(visitor.page().locator("result-page")).isVisible();
    }

    @Test
    void withoutScriptsThePageSaysThatItNeedsThem(Visitor visitor) {
        Page page = visitor.another(browser -> browser.setJavaScriptEnabled(false)).page();
        page.navigate("/");

        assertThat(page.locator("noscript")).isVisible();
    }

    private static void assertThatTheNeededBrowsersAreNamed(Visitor visitor) {
        assertThat(alert(visitor)).isVisible();
        for (String browser : new String[] {"Chrome", "Edge", "Firefox", "Safari"}) {
            assertThat(alert(visitor)).containsText(browser);
        }
    }

    private static Locator alert(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.ALERT);
    }
}
