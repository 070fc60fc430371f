package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Code edited in the page, in front of a [Workshop].
@PageTests
class EditPageTest {
    private static final String ADDRESS = EditedCard.ADDRESS;
    private static final String ORIGINAL = EditedCard.ORIGINAL;
    private static final Path PICTURES = Path.of("target", "screenshots", "edit");

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
    void theEditorComesWithTheFirstPressAndTheCompilerGetsTheWholeFile() {
        assertThat(visitor.requests()).noneMatch(address -> address.contains("/_static/state/"));

        edits.edit("plain").click();
        assertThat(edits.editor()).isFocused();
        edits.replace("half(size)", "half(size) + 0");

        assertThat(edits.state()).hasAttribute("data-state", "done");
        assertThat(workshop.compiledLast()).isEqualTo(Workshop.source().replace(ORIGINAL, "return half(size) + 0;"));
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void escapeLeavesNothingIsLostAndTabGoesOn() {
        edits.edit("plain").click();
        edits.replace("half(size)", "half(7)");
        visitor.page().keyboard().press("Tab");
        assertThat(edits.editor()).isFocused();
        visitor.page().keyboard().press("Escape");

        assertThat(edits.editor()).hasCount(0);
        assertThat(edits.card().button("Edit again plain")).isFocused();
        visitor.page().keyboard().press("Tab");
        assertThat(edits.card().button("Edit again plain")).not().isFocused();
        edits = EditedCard.open(visitor, ADDRESS);
        edits.card().button("Edit again plain").first().click();
        assertThat(edits.editor()).containsText("half(7)");
    }

    @Test
    void singleKeysDoNothingOnThePageWhileOneTypes() {
        edits.edit("plain").click();
        visitor.page().keyboard().type("nrt");

        assertThat(visitor.address()).contains("section=3");
        assertThat(edits.card().status()).hasAttribute("data-stage", "idle");
    }

    @Test
    void typingOverColouredTextBreaksNoRuleOfThePolicy() {
        edits.edit("plain").click();
        assertThat(edits.editor()).isFocused();
        visitor.page().keyboard().press("Control+a");
        visitor.page().keyboard().type("int one() { return 1; }");

        assertThat(edits.editor()).hasText("int one() { return 1; }");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void anErrorOfTheCompilerIsMarkedAtItsLineAndListed() {
        int line = EditedCard.lineOf(ORIGINAL);
        workshop.refuses(line, 16, "cannot find symbol: halve");
        edits.edit("plain").click();
        edits.replace("half(size)", "halve(size)");

        assertThat(edits.editorHost().locator(".cm-lintRange-error")).hasText("halve");
        Locator problem = edits.bar().getByRole(AriaRole.LISTITEM);
        assertThat(problem).hasAttribute("data-kind", "ERROR");
        assertThat(problem).containsText(Pattern.compile(line + ".*halve"));
        visitor.page().keyboard().press("Escape");
        problem.getByRole(AriaRole.BUTTON).click();
        assertThat(edits.editor()).isFocused();
        workshop.takesEverything();
        edits.replace("halve", "half");
        assertThat(edits.bar()).hasCount(0);
    }

    @Test
    void editsAreTakenAwayAsAPatchOrAFileAndCanBeTakenBack() {
        visitor.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        edits.change("half(size)", "half(size) + 0");
        edits.bar().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy as a patch")).click();
        await().untilAsserted(() -> assertThat((String) visitor.page().evaluate("navigator.clipboard.readText()"))
                .contains("+++ b/src/main/java/" + Workshop.FILE)
                .contains("\n-        return half(size);\n+        return half(size) + 0;"));
        assertThat(visitor.page().waitForDownload(() -> edits.bar().getByRole(AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Download")).click()).suggestedFilename())
                .isEqualTo("Scripted.java");

        edits.bar().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Discard")).click();
        assertThat(edits.bar()).hasCount(0);
        edits.card().button("Undo").click();
        assertThat(edits.bar()).isVisible();
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
        workshop.refuses(EditedCard.lineOf(ORIGINAL), 16, "cannot find symbol");
        edits.edit("plain").click();
        edits.replace("half(size)", "halve(size)");
        assertThat(edits.editorHost().locator(".cm-lintRange-error")).isVisible();
        axe.look("an editor with an error", "#lab-scripted");
        picture("error");
        workshop.takesEverything();
        edits.replace("halve", "half");
        edits.replace("half(size)", "half(size) + 0");
        visitor.page().keyboard().press("Escape");
        edits.card().run().awaitStage("finished");
        edits.card().tab("Right code", "✎ Plain").click();
        axe.look("original and edit measured", "#lab-scripted");
        picture("measured");
        edits = EditedCard.open(visitor, ADDRESS + "&at=scripted&edit=scripted:plain:Scripted.plain&target=scripted:2");
        assertThat(edits.editor()).isVisible();
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
}
