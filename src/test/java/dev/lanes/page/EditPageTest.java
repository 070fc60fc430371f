package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.lanes.run.FakeWorker.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Code edited in the page, in front of a [Workshop].
@PageTests
class EditPageTest {
    private static final String ADDRESS = "/?v=1&section=3&scripted.param.script=" + Script.NORMAL.number();
    private static final String ORIGINAL = "return half(size);";
    private static final Path PICTURES = Path.of("target", "screenshots", "edit");

    private Visitor visitor;
    private Workshop workshop;
    private Card card;

    @BeforeEach
    void openTheWorkshop(Visitor visitor) {
        this.visitor = visitor;
        workshop = Workshop.openTo(visitor);
        open(ADDRESS);
    }

    @Test
    void theEditorComesWithTheFirstPressAndTheCompilerGetsTheWholeFile() {
        assertThat(visitor.requests()).noneMatch(address -> address.contains("/_static/state/"));

        edit("plain").click();
        assertThat(editor()).isFocused();
        replace("half(size)", "half(size) + 0");

        assertThat(state()).hasAttribute("data-state", "done");
        assertThat(workshop.compiledLast()).isEqualTo(Workshop.source().replace(ORIGINAL, "return half(size) + 0;"));
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void escapeLeavesNothingIsLostAndTabGoesOn() {
        edit("plain").click();
        replace("half(size)", "half(7)");
        visitor.page().keyboard().press("Tab");
        assertThat(editor()).isFocused();
        visitor.page().keyboard().press("Escape");

        assertThat(editor()).hasCount(0);
        assertThat(card.button("Edit again plain")).isFocused();
        visitor.page().keyboard().press("Tab");
        assertThat(card.button("Edit again plain")).not().isFocused();
        open(ADDRESS);
        card.button("Edit again plain").first().click();
        assertThat(editor()).containsText("half(7)");
    }

    @Test
    void singleKeysDoNothingOnThePageWhileOneTypes() {
        edit("plain").click();
        visitor.page().keyboard().type("nrt");

        assertThat(visitor.address()).contains("section=3");
        assertThat(card.status()).hasAttribute("data-stage", "idle");
    }

    @Test
    void typingOverColouredTextBreaksNoRuleOfThePolicy() {
        edit("plain").click();
        assertThat(editor()).isFocused();
        visitor.page().keyboard().press("Control+a");
        visitor.page().keyboard().type("int one() { return 1; }");

        assertThat(editor()).hasText("int one() { return 1; }");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void anErrorOfTheCompilerIsMarkedAtItsLineAndListed() {
        int line = lineOf(ORIGINAL);
        workshop.refuses(line, 16, "cannot find symbol: halve");
        edit("plain").click();
        replace("half(size)", "halve(size)");

        assertThat(editorHost().locator(".cm-lintRange-error")).hasText("halve");
        Locator problem = bar().getByRole(AriaRole.LISTITEM);
        assertThat(problem).hasAttribute("data-kind", "ERROR");
        assertThat(problem).containsText(Pattern.compile(line + ".*halve"));
        visitor.page().keyboard().press("Escape");
        problem.getByRole(AriaRole.BUTTON).click();
        assertThat(editor()).isFocused();
        workshop.takesEverything();
        replace("halve", "half");
        assertThat(bar()).hasCount(0);
    }

    @Test
    void originalAndEditAreMeasuredInOneRun() {
        change("half(size)", "half(size) + 0");
        bar().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run original and edit")).click();
        card.awaitStage("finished");

        JsonObject asked = workshop.runs().getLast().getAsJsonObject();
        assertThat(asked.get("token").getAsString()).isEqualTo(Workshop.TOKEN);
        assertThat(asked.getAsJsonObject("body").getAsJsonArray("edits").get(0).getAsJsonObject().get("text").getAsString())
                .contains("half(size) + 0");
        Locator bars = card.answer().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("your edit"));
        assertThat(bars).hasCount(1);
        assertThat(bars.locator("output")).containsText(Pattern.compile("\\d"));
        assertThat(card.article().locator("edit-answer").getByRole(AriaRole.STATUS)).hasText(Workshop.ANSWER);
        assertThat(card.headline()).containsText("2.0×");

        card.tab("Right code", "✎ Plain").click();
        assertThat(card.article().locator("code-pane").last().locator("code-piece").first()).containsText("half(size) + 0");
        card.view("Machine code");
        assertThat(card.article().locator("look-pane").last().getByRole(AriaRole.HEADING).first()).containsText("your edit");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void theRunButtonOfTheCardAndItsKeyMeasureTheEditToo() {
        change("half(size)", "half(size) + 0");
        card.run().awaitStage("finished");

        assertThat(workshop.runs().getLast().getAsJsonObject().getAsJsonObject("body").has("edits")).isTrue();
    }

    @Test
    void aWrongEditIsShownAsWrong() {
        workshop.editsAreWrong();
        change("half(size)", "half(size) + 1");
        card.run().awaitStage("finished");

        Locator bar = card.answer().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("your edit"));
        assertThat(bar.locator(".wrong")).isVisible();
        assertThat(card.article().locator("edit-answer [data-wrong]")).isVisible();
        assertThat(card.answer().locator("[data-of=check]")).hasAttribute("data-light", "bad");
    }

    @Test
    void aRunThatIsRefusedNamesTheLine() {
        workshop.refusesRuns(lineOf(ORIGINAL), 16, "incompatible types");
        change("half(size)", "\"no number\"");
        card.run();

        assertThat(card.alert()).hasAttribute("data-act", "start");
        assertThat(bar().getByRole(AriaRole.LISTITEM)).containsText("incompatible types");
        assertThat(card.status()).hasAttribute("data-stage", "idle");
    }

    @Test
    void editsAreTakenAwayAsAPatchOrAFileAndCanBeTakenBack() {
        visitor.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        change("half(size)", "half(size) + 0");
        bar().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy as a patch")).click();
        await().untilAsserted(() -> assertThat((String) visitor.page().evaluate("navigator.clipboard.readText()"))
                .contains("+++ b/src/main/java/" + Workshop.FILE, "\n-        return half(size);\n+        return half(size) + 0;"));
        assertThat(visitor.page().waitForDownload(() -> bar().getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Download")).click()).suggestedFilename()).isEqualTo("Scripted.java");

        bar().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Discard")).click();
        assertThat(bar()).hasCount(0);
        card.button("Take it back").click();
        assertThat(bar()).isVisible();
    }

    @Test
    void aTaskOpensItsPieceAndSaysWhenItIsReached() {
        open(ADDRESS + "&at=scripted&edit=scripted:plain:Scripted.plain&target=scripted:2");
        Locator task = card.article().getByRole(
                AriaRole.REGION, new Locator.GetByRoleOptions().setName(Pattern.compile("^Task")));
        assertThat(task).containsText("2");
        assertThat(editor()).isVisible();
        assertThat(card.tab("Left code", "Plain")).hasAttribute("aria-selected", "true");
        editor().click();
        replace("half(size)", "half(size) + 0");
        card.run().awaitStage("finished");

        assertThat(task.getByRole(AriaRole.STATUS)).hasAttribute("data-state", "reached");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aFileThatWasEditedElsewhereIsMeasuredBeforeAgainstAfter() {
        card.run().awaitStage("finished");
        workshop.hasChanged();
        visitor.page().evaluate("window.dispatchEvent(new Event('focus'))");

        card.button("Measure before against after").click();
        assertThat(card.article()).isVisible();
        await().untilAsserted(() -> assertThat(
                workshop.runs().getLast().getAsJsonObject().getAsJsonObject("body").has("before")).isTrue());
    }

    @Test
    void editedCodeOfASharedResultIsTextUntilADialogHasShownIt() {
        String edited = Workshop.source().replace(ORIGINAL, "return half(size) + 0; // \u202E");
        SharedResult.measure(visitor).with(result -> {
            JsonObject run = result.getAsJsonObject("run");
            run.add("edits", JsonParser.parseString(
                    new Gson().toJson(List.of(Map.of("file", Workshop.FILE, "text", edited)))));
            run.getAsJsonArray("cases").asList().stream().map(JsonElement::getAsJsonObject)
                    .filter(one -> one.get("key").getAsString().equals("plain")).toList().forEach(plain -> {
                        JsonObject edit = plain.deepCopy();
                        edit.addProperty("key", "plain@edit");
                        edit.addProperty("edited", true);
                        run.getAsJsonArray("cases").add(edit);
                    });
            return result;
        }).storedFor(visitor);
        visitor.openResult("/r/" + SharedResult.ID);
        Locator code = visitor.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Edited code"));
        assertThat(code).isVisible();
        assertThat(card.answer().getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("your edit"))).hasCount(1);
        assertThat(visitor.page().locator("java-editor, .edit-button")).hasCount(0);
        assertThat(workshop.runs()).isEmpty();

        code.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run this code on my machine")).click();
        Locator dialog = visitor.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("+        return half(size) + 0; // <U+202E>");
        assertThat(workshop.runs()).isEmpty();
        Axe axe = new Axe(visitor.page());
        axe.look("a dialog with somebody's code");
        axe.assertNothingFound();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run this code")).click();
        await().untilAsserted(() -> assertThat(workshop.runs()).hasSize(1));
        assertThat(workshop.runs().getFirst().getAsJsonObject().getAsJsonObject("body").has("edits")).isTrue();
    }

    @Test
    void whereNothingCanBeEditedThereIsNoButtonAndATaskSaysWhy() {
        Visitor other = visitor.another(options -> options);
        Workshop.closedTo(other);
        other.open(ADDRESS + "&edit=scripted:plain");

        assertThat(other.page().locator("edit-task .caution")).isVisible();
        assertThat(other.page().locator(".edit-button")).hasCount(0);
    }

    @Test
    void axeFindsNothingAndItLooksRightAtADeskAndOnAPhone() {
        Axe axe = new Axe(visitor.page());
        workshop.refuses(lineOf(ORIGINAL), 16, "cannot find symbol");
        edit("plain").click();
        replace("half(size)", "halve(size)");
        assertThat(editorHost().locator(".cm-lintRange-error")).isVisible();
        axe.look("an editor with an error");
        picture("error");
        workshop.takesEverything();
        replace("halve", "half");
        replace("half(size)", "half(size) + 0");
        visitor.page().keyboard().press("Escape");
        card.run().awaitStage("finished");
        card.tab("Right code", "✎ Plain").click();
        axe.look("original and edit measured");
        picture("measured");
        open(ADDRESS + "&at=scripted&edit=scripted:plain:Scripted.plain&target=scripted:2");
        assertThat(editor()).isVisible();
        axe.look("a task");
        picture("task");
        visitor.page().navigate("/?v=1&page=tasks");
        assertThat(visitor.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).isVisible();
        axe.look("the tasks");
        axe.assertNothingFound();
        assertThat(visitor.complaints()).isEmpty();
    }

    /// Light at a desk and dark on a phone, where a click must not enlarge the page.
    private void picture(String name) {
        visitor.picture(PICTURES.resolve(name + ".png"));
        visitor.page().setViewportSize(390, 844);
        visitor.page().evaluate("document.documentElement.dataset.theme = 'dark'");
        assertThat(visitor.scrollsSideways()).isFalse();
        visitor.picture(PICTURES.resolve(name + "-phone.png"));
        visitor.page().evaluate("document.documentElement.dataset.theme = 'light'");
        visitor.page().setViewportSize(1440, 900);
    }

    private void open(String address) {
        card = visitor.open(address).card("scripted");
        visitor.page().mouse().move(700, 400);
        card.article().locator(".edit-button").first().waitFor(
                new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    private Locator edit(String method) {
        return card.button("Edit " + method).first();
    }

    private Locator editorHost() {
        return card.article().locator("java-editor");
    }

    private Locator editor() {
        return card.article().getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(Pattern.compile("^Edit ")));
    }

    private Locator bar() {
        return card.group("Your edits");
    }

    private Locator state() {
        return bar().locator(".edit-state");
    }

    /// Replaces the whole text by one in which this part is another, as somebody would who pastes it.
    private void replace(String text, String with) {
        editor().focus();
        String before = String.join("\n", editorHost().locator(".cm-line").allInnerTexts()).replaceAll("(?m)^\n$", "");
        assertThat(before).contains(text);
        visitor.page().keyboard().press("Control+a");
        editor().evaluate("""
                (place, text) => {
                  const clipboardData = new DataTransfer();
                  clipboardData.setData("text/plain", text);
                  place.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
                }""", before.replace(text, with));
    }

    private void change(String text, String with) {
        edit("plain").click();
        replace(text, with);
        visitor.page().keyboard().press("Escape");
        assertThat(state()).hasAttribute("data-state", Pattern.compile("done|bad"), new HasAttributeOptions().setTimeout(5_000));
    }

    private static int lineOf(String text) {
        String source = Workshop.source();
        return (int) source.substring(0, source.indexOf(text)).lines().count();
    }
}
