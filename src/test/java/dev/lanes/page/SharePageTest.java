package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.lanes.run.FakeWorker.Script;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Links to settings and to results: made by one visitor, opened by another.
@PageTests
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
        Locator dialog = dialogOfAFinishedRun();

        assertThat(dialog).containsText("90 days");
        assertThat(visitor.requests()).noneMatch(address -> address.endsWith("/api/results"));

        act(dialog, "store").click();
        assertThat(field(dialog, "result")).hasValue(visitor.server().resolve(RESULT).toString());
        assertThat(field(dialog, "delete"))
                .hasValue(visitor.server().resolve(RESULT + "#delete=s3cr3t").toString());
        String frame = "<iframe src=\"" + visitor.server().resolve("/embed/" + SharedResult.ID);
        assertThat((String) field(dialog, "embed").inputValue()).contains(frame + "\"");
        dialog.getByRole(AriaRole.GROUP).getByText("Dark").click();
        assertThat(field(dialog, "embed"))
                .hasValue(Pattern.compile("/embed/" + SharedResult.ID + "\\?theme=dark\" "));
    }

    @Test
    void onAHostedServerItIsSaidThatWhatIsSharedIsListed() {
        site(Map.of("mode", "hosted", "storage", "ok", "sharedDays", 365, "efforts", List.of("quick")));

        assertThat(dialogOfAFinishedRun()).containsText(Pattern.compile("365 days.* list "));
    }

    @Test
    void aResultThatWasSharedBeforeHasItsLinkAndSaysWhoHasTheOtherOne() {
        Locator first = dialogAfterARun();
        act(first, "store").click();
        String link = field(first, "result").inputValue();
        button(first, "Close").click();
        visitor.card().button("Share or export").click();
        act(dialog(), "store").click();

        assertThat(field(dialog(), "result")).hasValue(link);
        assertThat(dialog().locator("[data-before]")).isVisible();
        assertThat(field(dialog(), "delete")).hasCount(0);
    }

    @Test
    void onAPhoneTheCodeToEmbedAResultIsThereToItsEnd() {
        visitor.page().setViewportSize(390, 844);
        Locator dialog = dialogOfAFinishedRun();
        act(dialog, "store").click();
        Locator code = field(dialog, "embed");

        assertThat(code).isVisible();
        assertThat((Boolean) code.evaluate("field => field.scrollHeight <= field.clientHeight "
                + "&& field.scrollWidth <= field.clientWidth")).isTrue();
        assertThat(visitor.scrollsSideways()).isFalse();
    }

    @Test
    void aLinkWithoutStorageShowsTheSameToOneWhoHasNeverBeenHere() {
        Locator dialog = dialogAfterARun();
        act(dialog, "pack").click();
        assertThat(dialog.locator("[data-what=packed] + .quiet")).isVisible();
        String link = field(dialog, "packed").inputValue();
        button(dialog, "Close").click();
        Card mine = visitor.card();

        Visitor other = visitor.another(UnaryOperator.identity());
        Card theirs = other.openResult(link.substring(link.indexOf("/r#"))).card();

        for (String chart : List.of("Time per operation", "Speedup against", "Every sample")) {
            assertThat(theirs.table(chart)).as(chart).isNotEmpty().isEqualTo(mine.table(chart));
        }
        for (String part : List.of(".told", "answer-bars")) {
            assertThat(theirs.answer().locator(part).innerText()).isNotBlank()
                    .isEqualTo(mine.answer().locator(part).innerText());
        }
        assertThat(theirs.code("Scripted.java").first()).isVisible();
        assertThat(theirs.button("Run")).hasCount(0);
        assertThat(other.page().locator(".origin")).containsText("Fake, 4 processors");
        assertThat(other.page().locator(".origin")).containsText(Pattern.compile("Lanes [0-9]"));
        assertThat(other.page().locator(".origin")).hasAttribute("data-changed", "false");
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
        act(dialog, "pack").click();
        String link = field(dialog, "packed").inputValue();
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
        assertThat(visitor.section("3")).containsText("1 of 1");

        Visitor other = visitor.another(UnaryOperator.identity());
        Card theirs = other.open(visitor.address()).card().awaitStage("finished");

        assertThat(theirs.part("verdict")).hasAttribute("data-light", "good");
        assertThat(other.section("3")).containsText("0 of 1");
        assertThat(other.page().evaluate("localStorage.getItem('lanes.results')")).isNull();
    }

    @Test
    void whereNothingCanBeStoredTheLinkWithoutStorageIsOffered() {
        SharedResult.answer(visitor, "/api/results", 503,
                Map.of("title", "Service unavailable", "status", 503, "detail", "The database does not answer."));
        Locator dialog = dialogOfAFinishedRun();
        act(dialog, "store").click();

        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("The database does not answer.");
        assertThat(act(dialog, "pack")).isEnabled();
    }

    @Test
    void aLinkToTheSettingsHoldsThoseOfItsCardAlone() {
        Card card = visitor.open(NORMAL + "&plainest.effort=standard").card();
        card.set("Size", 512);
        card.button("Share or export").click();

        assertThat(field(dialog(), "settings")).hasValue(visitor.server().resolve(
                "/?v=1&section=3&at=scripted&scripted.workers=2&scripted.param.size=512").toString());
        assertThat(act(dialog(), "pack")).hasCount(0);
        assertThat(act(dialog(), "store")).hasCount(0);
    }

    @Test
    void aStoredResultSaysWhereItWasMeasuredAndWhetherItsCodeHasChanged() {
        SharedResult result = SharedResult.measure(visitor);
        result.with(json -> {
            json.addProperty("codeChanged", true);
            return json;
        }).storedFor(visitor);
        visitor.openResult(RESULT);

        assertThat(visitor.page().locator(".origin")).containsText(Pattern.compile("Fake, 4 processors.* 1\\.2\\.3"));
        assertThat(visitor.page().locator(".origin")).hasAttribute("data-changed", "true");
        assertThat(visitor.card().part("verdict")).hasAttribute("data-light", "good");
        assertThat(visitor.page().locator("result-page machine-card")).isVisible();

        result.with(json -> {
            json.add("recorded", new JsonObject());
            json.getAsJsonObject("recorded").addProperty("machine", "big");
            json.getAsJsonObject("recorded").addProperty("on", "2026-01-05");
            return json;
        }).storedFor(visitor);
        visitor.openResult(RESULT);
        assertThat(visitor.page().locator(".origin")).containsText(
                Pattern.compile("5 January 2026 .*Fake, 4 processors"));
    }

    @Test
    void whatIsNotThereAnyMoreIsSaidInWords() {
        SharedResult.answer(visitor, "/api/results/" + SharedResult.ID, 410, Map.of("title", "Gone"));
        String gone = visitor.openResult(RESULT).page().getByRole(AriaRole.ALERT).innerText();

        SharedResult.answer(visitor, "/api/results/" + SharedResult.ID, 404, Map.of("title", "Not found"));
        String unknown = visitor.openResult(RESULT).page().getByRole(AriaRole.ALERT).innerText();

        String broken = visitor.openResult("/r#v=1&z=AAAA").page().getByRole(AriaRole.ALERT).innerText();
        String noResult = visitor.openResult("/r/what").page().getByRole(AriaRole.ALERT).innerText();
        assertThat(List.of(gone, unknown, broken, noResult)).doesNotHaveDuplicates().allMatch(text -> !text.isBlank());
    }

    @Test
    void theOwnersLinkAsksAndThenDeletes() {
        SharedResult.measure(visitor).storedFor(visitor);
        visitor.openResult(RESULT + "#delete=s3cr3t");
        visitor.answer("/api/results/" + SharedResult.ID, asked -> {
            boolean owner = "Bearer s3cr3t".equals(asked.header("authorization"));
            boolean deletes = asked.method().equals("DELETE");
            asked.answer(owner && deletes ? 204 : 403, Map.of("title", "Forbidden"));
        });

        visitor.button("Delete this result").click();
        assertThat(visitor.page().locator("result-page > .notice[role=status]")).isVisible();
        assertThat(visitor.card().article()).hasCount(0);
        assertThat(visitor.page().url()).doesNotContain("s3cr3t");
    }

    @Test
    void aWrongSecretDeletesNothing() {
        SharedResult.measure(visitor).storedFor(visitor);
        visitor.openResult(RESULT + "#delete=wrong");
        SharedResult.answer(visitor, "/api/results/" + SharedResult.ID, 403, Map.of("title", "Forbidden"));
        visitor.button("Delete this result").click();

        assertThat(visitor.page().getByRole(AriaRole.ALERT)).isVisible();
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
        return dialogOf(visitor.open(NORMAL).card().run());
    }

    private Locator dialogOfAFinishedRun() {
        return dialogOf(visitor.open(SharedResult.addressOfItsRun(visitor)).card());
    }

    private Locator dialogOf(Card card) {
        card.awaitStage("finished").button("Share or export").click();
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

    private static Locator act(Locator dialog, String name) {
        return dialog.locator("[data-act=" + name + "]");
    }

    private static Locator field(Locator dialog, String what) {
        return dialog.locator("[data-what=" + what + "]").locator("input, textarea");
    }
}
