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
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Edited code measured, in front of a [Workshop].
@PageTests
class EditRunPageTest {
    private static final String ADDRESS = EditedCard.ADDRESS;
    private static final String ORIGINAL = EditedCard.ORIGINAL;

    private Visitor visitor;
    private Workshop workshop;
    private EditedCard edits;

    @BeforeEach
    void openTheWorkshop(Visitor visitor) {
        this.visitor = visitor;
        workshop = Workshop.openTo(visitor);
        edits = EditedCard.open(visitor, ADDRESS);
    }

    @Test
    void originalAndEditAreMeasuredInOneRun() {
        edits.change("half(size)", "half(size) + 0");
        edits.bar().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run original and edit")).click();
        edits.card().awaitStage("finished");

        JsonObject asked = workshop.runs().getLast().getAsJsonObject();
        assertThat(asked.get("token").getAsString()).isEqualTo(Workshop.TOKEN);
        assertThat(asked.getAsJsonObject("body").getAsJsonArray("edits").get(0).getAsJsonObject().get("text")
                .getAsString())
                .contains("half(size) + 0");
        Locator bars = edits.measured();
        assertThat(bars).hasCount(1);
        assertThat(bars.locator("output")).containsText(Pattern.compile("\\d"));
        assertThat(edits.card().article().locator("edit-answer").getByRole(AriaRole.STATUS)).hasText(Workshop.ANSWER);
        assertThat(edits.card().headline()).containsText("2.0×");

        edits.card().tab("Right code", "✎ Plain").click();
        assertThat(edits.card().article().locator("code-pane").last().locator("code-piece").first())
                .containsText("half(size) + 0");
        edits.card().view("Machine code");
        assertThat(edits.card().article().locator("look-pane").last().getByRole(AriaRole.HEADING).first())
                .containsText("your edit");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void theRunButtonOfTheCardMeasuresTheEditTooAndWhatIsNotClearIsMeasuredOnWithTheSameCode() {
        workshop.editsAreUnclear();
        edits.change("half(size)", "half(size) + 0");
        edits.card().run().awaitStage("finished");
        edits.card().view("Why").getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName(Pattern.compile("^Measure on"))).click();

        await().untilAsserted(() -> assertThat(workshop.runs()).hasSize(2));
        JsonObject first = workshop.runs().getFirst().getAsJsonObject().getAsJsonObject("body");
        JsonObject second = workshop.runs().getLast().getAsJsonObject().getAsJsonObject("body");
        assertThat(first.has("edits")).isTrue();
        assertThat(second.get("edits")).isEqualTo(first.get("edits"));
        assertThat(second.get("editVariant").getAsString()).isEqualTo("plain");
        assertThat(second.get("continues").getAsString()).isNotEmpty();
        assertThat(second.get("effort").getAsString()).isNotEqualTo(first.get("effort").getAsString());
    }

    @Test
    void aWrongEditIsShownAsWrong() {
        workshop.editsAreWrong();
        edits.change("half(size)", "half(size) + 1");
        edits.card().run().awaitStage("finished");

        assertThat(edits.measured().locator(".wrong")).isVisible();
        assertThat(edits.card().article().locator("edit-answer [data-wrong]")).isVisible();
        assertThat(edits.card().answer().locator("[data-of=check]")).hasAttribute("data-light", "bad");
    }

    @Test
    void aRunThatIsRefusedNamesTheLine() {
        workshop.refusesRuns(EditedCard.lineOf(ORIGINAL), 16, "incompatible types");
        edits.change("half(size)", "\"no number\"");
        edits.card().run();

        assertThat(edits.card().alert()).hasAttribute("data-act", "start");
        assertThat(edits.bar().getByRole(AriaRole.LISTITEM)).containsText("incompatible types");
        assertThat(edits.card().status()).hasAttribute("data-stage", "idle");
    }

    @Test
    void aTaskOpensItsPieceAndSaysWhenItIsReached() {
        edits = EditedCard.open(visitor, ADDRESS + "&at=scripted&edit=scripted:plain:Scripted.plain&target=scripted:2");
        Locator task = edits.card().article().getByRole(
                AriaRole.REGION, new Locator.GetByRoleOptions().setName(Pattern.compile("^Task")));
        assertThat(task).containsText("2");
        assertThat(edits.editor()).isVisible();
        assertThat(edits.card().tab("Left code", "Plain")).hasAttribute("aria-selected", "true");
        edits.editor().click();
        edits.replace("half(size)", "half(size) + 0");
        edits.card().run().awaitStage("finished");

        assertThat(task.getByRole(AriaRole.STATUS)).hasAttribute("data-state", "reached");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aFileThatWasEditedElsewhereIsMeasuredBeforeAgainstAfter() {
        edits.card().run().awaitStage("finished");
        workshop.hasChanged();
        visitor.page().evaluate("window.dispatchEvent(new Event('focus'))");

        edits.card().button("Compare before and after").click();
        assertThat(edits.card().article()).isVisible();
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
        assertThat(edits.measured()).hasCount(1);
        assertThat(visitor.page().locator("java-editor, .edit-button")).hasCount(0);
        assertThat(workshop.runs()).isEmpty();

        code.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run this code on my machine")).click();
        Locator dialog = visitor.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("+        return half(size) + 0; // <U+202E>");
        assertThat(workshop.runs()).isEmpty();
        Axe axe = new Axe(visitor.page());
        axe.look("a dialog with somebody's code", "dialog[open]");
        axe.assertNothingFound();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run this code")).click();
        await().untilAsserted(() -> assertThat(workshop.runs()).hasSize(1));
        assertThat(workshop.runs().getFirst().getAsJsonObject().getAsJsonObject("body").has("edits")).isTrue();
    }
}
