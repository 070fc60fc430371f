package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.lanes.run.FakeWorker.Script;
import dev.lanes.web.FakeRoom;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Links to settings and to results: made by one visitor, opened by another.
@QuarkusTest
@TestProfile(FakeRoom.class)
@ExtendWith(Browsing.class)
@Tag("page")
class SharePageTest {
    private static final String NORMAL =
            "/?v=1&section=3&scripted.workers=2&scripted.param.script=" + Script.NORMAL.number();
    private static final String RESULT = "/r/" + SharedResult.ID;

    private Visitor visitor;

    @BeforeEach
    void arrive(Visitor visitor) {
        this.visitor = visitor;
    }

    @Test
    void whatIsStoredAndForHowLongIsSaidBeforeItIs() {
        site(Map.of("mode", "local", "storage", "ok", "sharedDays", 90));
        SharedResult.answer(visitor, "/api/results", 201,
                Map.of("id", SharedResult.ID, "url", RESULT, "secret", "s3cr3t"));
        Locator dialog = dialogAfterARun();

        assertThat(dialog).containsText("every sample with its settings, the machine's card, the code");
        assertThat(dialog).containsText("No address and no name.");
        assertThat(dialog).containsText("for 90 days");
        assertThat(visitor.requests()).noneMatch(address -> address.endsWith("/api/results"));

        button(dialog, "Store and make a link").click();
        assertThat(field(dialog, "Link to this result")).hasValue(visitor.server().resolve(RESULT).toString());
        assertThat(field(dialog, "Your link to delete it"))
                .hasValue(visitor.server().resolve(RESULT + "#delete=s3cr3t").toString());
        String frame = "<iframe src=\"" + visitor.server().resolve("/embed/" + SharedResult.ID);
        assertThat((String) field(dialog, "Code to embed it").inputValue()).contains(frame + "\"");
        dialog.getByRole(AriaRole.GROUP).getByText("Dark").click();
        assertThat(field(dialog, "Code to embed it"))
                .hasValue(Pattern.compile("/embed/" + SharedResult.ID + "\\?theme=dark\" "));
    }

    @Test
    void onAHostedServerItIsSaidThatWhatIsSharedIsListed() {
        site(Map.of("mode", "hosted", "storage", "ok", "sharedDays", 365, "efforts", List.of("quick")));

        assertThat(dialogAfterARun()).containsText("It stands in this server's list of stored runs.");
    }

    @Test
    void aResultThatWasSharedBeforeHasItsLinkAndSaysWhoHasTheOtherOne() {
        Locator first = dialogAfterARun();
        button(first, "Store and make a link").click();
        String link = field(first, "Link to this result").inputValue();
        button(first, "Close").click();
        visitor.card().button("Share or export").click();
        button(dialog(), "Store and make a link").click();

        assertThat(field(dialog(), "Link to this result")).hasValue(link);
        assertThat(dialog()).containsText("This very result was shared before");
        assertThat(dialog()).containsText("The link to delete it was given then, once, to whoever shared it first.");
        assertThat(field(dialog(), "Your link to delete it")).hasCount(0);
    }

    @Test
    void onAPhoneTheCodeToEmbedAResultIsThereToItsEnd() {
        visitor.page().setViewportSize(390, 844);
        Locator dialog = dialogAfterARun();
        button(dialog, "Store and make a link").click();
        Locator code = field(dialog, "Code to embed it");

        assertThat(code).isVisible();
        assertThat((Boolean) code.evaluate("field => field.scrollHeight <= field.clientHeight "
                + "&& field.scrollWidth <= field.clientWidth")).isTrue();
        assertThat(visitor.scrollsSideways()).isFalse();
    }

    @Test
    void aLinkWithoutStorageShowsTheSameToOneWhoHasNeverBeenHere() {
        Locator dialog = dialogAfterARun();
        button(dialog, "Make a link without storage").click();
        assertThat(dialog).containsText("short enough for mail and chat");
        String link = field(dialog, "Link without storage").inputValue();
        button(dialog, "Close").click();
        Card mine = visitor.card();

        Visitor other = visitor.another(UnaryOperator.identity());
        Card theirs = other.openResult(link.substring(link.indexOf("/r#"))).card();

        for (String chart : List.of("Time per operation", "Speedup against the baseline", "Every sample, by round")) {
            assertThat(theirs.table(chart)).as(chart).isNotEmpty().isEqualTo(mine.table(chart));
        }
        assertThat(theirs.answer().innerText()).contains("2.0×").isEqualTo(mine.answer().innerText());
        assertThat(theirs.code("Scripted.java").first()).isVisible();
        assertThat(theirs.button("Run")).hasCount(0);
        assertThat(other.page().getByText("on Fake, 4 processors")).isVisible();
        assertThat(other.page().locator(".origin")).containsText(Pattern.compile("with Lanes [0-9]"));
        assertThat(other.page().getByText("The code is still the same")).isVisible();
        assertThat(other.requests()).noneMatch(address -> address.contains("/api/results"));
        assertThat(other.complaints()).isEmpty();
    }

    /// Safari lacks these, and each of them is newer than some browser that is in use.
    @Test
    void aBrowserWithoutTheNewestFeaturesPacksAndOpensLinksAndFiles() {
        visitor.page().addInitScript("""
                delete ReadableStream.prototype[Symbol.asyncIterator];
                delete ReadableStream.prototype.values;
                for (const [owner, names] of [
                  [Array, ["fromAsync"]], [Promise, ["try"]], [Uint8Array, ["fromBase64", "fromHex"]],
                  [Uint8Array.prototype, ["toBase64", "toHex"]], [RegExp, ["escape"]], [Error, ["isError"]],
                  [Set.prototype, ["union", "intersection", "difference", "isSubsetOf", "isSupersetOf"]],
                  [globalThis, ["Iterator", "scheduler", "navigation", "requestIdleCallback"]],
                  [Object.getPrototypeOf(Object.getPrototypeOf([].values())),
                    ["map", "filter", "take", "drop", "flatMap", "reduce", "toArray", "forEach", "some", "every", "find"]],
                ]) for (const name of names) delete owner[name];""");
        Locator dialog = dialogAfterARun();
        button(dialog, "Make a link without storage").click();
        String link = field(dialog, "Link without storage").inputValue();
        visitor.openResult(link.substring(link.indexOf("/r#")));
        assertThat(visitor.card().answer()).containsText("2.0×");

        visitor.page().getByLabel("Add JMH files").setInputFiles(new FilePayload("a.json", "application/json", """
                [{"benchmark": "a.B.c", "mode": "avgt", "primaryMetric": {"score": 1, "scoreUnit": "ns/op"}}]"""
                .getBytes(StandardCharsets.UTF_8)));
        assertThat(visitor.page().locator(".side-by-side")).containsText("a.json");
        visitor.openResult(visitor.page().url().substring(visitor.page().url().indexOf("/r#")));
        assertThat(visitor.page().locator(".side-by-side")).containsText("a.json");
        assertThat(visitor.page().getByRole(AriaRole.ALERT)).hasCount(0);
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void whatAnotherHasMeasuredIsNoResultOfWhoeverOpensItsLink() {
        visitor.open(NORMAL).card().run().awaitStage("finished");
        assertThat(visitor.section("3")).containsText(", 1 of 1 measured");

        Visitor other = visitor.another(UnaryOperator.identity());
        Card theirs = other.open(visitor.address()).card().awaitStage("finished");

        assertThat(theirs.answer()).containsText("The claim holds here");
        assertThat(other.section("3")).containsText(", 0 of 1 measured");
        assertThat(other.page().evaluate("localStorage.getItem('lanes.results')")).isNull();
    }

    @Test
    void whereNothingCanBeStoredTheLinkWithoutStorageIsOffered() {
        SharedResult.answer(visitor, "/api/results", 503,
                Map.of("title", "Service unavailable", "status", 503, "detail", "The database does not answer."));
        Locator dialog = dialogAfterARun();
        button(dialog, "Store and make a link").click();

        assertThat(dialog.getByRole(AriaRole.ALERT)).hasText("The result could not be stored. "
                + "The database does not answer. The link without storage works all the same.");
        assertThat(button(dialog, "Make a link without storage")).isEnabled();
    }

    @Test
    void aLinkToTheSettingsHoldsThoseOfItsCardAlone() {
        Card card = visitor.open(NORMAL + "&plainest.effort=standard").card();
        card.set("Size", 512);
        card.button("Share or export").click();

        assertThat(field(dialog(), "Link to these settings")).hasValue(visitor.server().resolve(
                "/?v=1&section=3&at=scripted&scripted.workers=2&scripted.param.size=512").toString());
        assertThat(dialog()).containsText("Run it first");
        assertThat(button(dialog(), "Store and make a link")).hasCount(0);
    }

    @Test
    void aStoredResultSaysWhereItWasMeasuredAndWhetherItsCodeHasChanged() {
        SharedResult result = SharedResult.measure(visitor);
        result.with(json -> {
            json.addProperty("codeChanged", true);
            return json;
        }).storedFor(visitor);
        visitor.openResult(RESULT);

        assertThat(visitor.page().locator(".origin")).containsText("on Fake, 4 processors, with Lanes 1.2.3.");
        assertThat(visitor.page().locator(".origin")).containsText("The code has changed since");
        assertThat(visitor.card().answer()).containsText("The claim holds here");
        assertThat(visitor.page().getByText("The machine it was measured on")).isVisible();

        result.with(json -> {
            json.add("recorded", new JsonObject());
            json.getAsJsonObject("recorded").addProperty("machine", "big");
            json.getAsJsonObject("recorded").addProperty("on", "2026-01-05");
            return json;
        }).storedFor(visitor);
        visitor.openResult(RESULT);
        assertThat(visitor.page().locator(".origin")).containsText("Recorded on 5 January 2026 on Fake, 4 processors");
    }

    @Test
    void whatIsNotThereAnyMoreIsSaidInWords() {
        SharedResult.answer(visitor, "/api/results/" + SharedResult.ID, 410, Map.of("title", "Gone"));
        assertThat(visitor.openResult(RESULT).page().getByRole(AriaRole.ALERT))
                .containsText("This result is gone: its owner has deleted it, or it has expired.");

        SharedResult.answer(visitor, "/api/results/" + SharedResult.ID, 404, Map.of("title", "Not found"));
        assertThat(visitor.openResult(RESULT).page().getByRole(AriaRole.ALERT)).containsText("There is no such result");

        assertThat(visitor.openResult("/r#v=1&z=AAAA").page().getByRole(AriaRole.ALERT))
                .containsText("This link cannot be read");
        assertThat(visitor.openResult("/r/what").page().getByRole(AriaRole.ALERT))
                .containsText("no result of Lanes");
    }

    @Test
    void theOwnersLinkAsksAndThenDeletes() {
        SharedResult.measure(visitor).storedFor(visitor);
        visitor.openResult(RESULT + "#delete=s3cr3t");
        visitor.page().route("**/api/results/" + SharedResult.ID, route -> {
            boolean owner = "Bearer s3cr3t".equals(route.request().headerValue("authorization"));
            boolean deletes = route.request().method().equals("DELETE");
            SharedResult.fulfil(route, owner && deletes ? 204 : 403, Map.of("title", "Forbidden"));
        });

        assertThat(visitor.page().getByText("for everybody and for good")).isVisible();
        visitor.button("Delete this result").click();
        assertThat(visitor.page().getByText("The result is deleted.")).isVisible();
        assertThat(visitor.card().article()).hasCount(0);
        assertThat(visitor.page().url()).doesNotContain("s3cr3t");
    }

    @Test
    void aWrongSecretDeletesNothing() {
        SharedResult.measure(visitor).storedFor(visitor);
        visitor.openResult(RESULT + "#delete=wrong");
        SharedResult.answer(visitor, "/api/results/" + SharedResult.ID, 403, Map.of("title", "Forbidden"));
        visitor.button("Delete this result").click();

        assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText("this is not its owner's link");
        assertThat(visitor.card().heading()).isVisible();
    }

    @Test
    void theDialogIsClosedByEscapeAndGivesTheFocusBack() {
        Card card = visitor.open(NORMAL).card();
        card.button("Share or export").press("Enter");
        assertThat(dialog()).isVisible();
        visitor.page().keyboard().press("Escape");

        assertThat(dialog()).hasCount(0);
        assertThat(card.button("Share or export")).isFocused();
    }

    private Locator dialogAfterARun() {
        Card card = visitor.open(NORMAL).card();
        card.run().awaitStage("finished");
        card.button("Share or export").click();
        return dialog();
    }

    private Locator dialog() {
        return visitor.page().getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Share or export"));
    }

    private void site(Map<String, Object> site) {
        SharedResult.answer(visitor, "/api/site", 200, site);
    }

    private static Locator button(Locator dialog, String name) {
        return dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Locator dialog, String label) {
        return dialog.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }
}
