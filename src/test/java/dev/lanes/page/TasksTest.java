package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsEnabledOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.lanes.BesideOthers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The tasks of the page, solved with the project's own variants: each solution compiles, and the thorough tests
/// measure that it reaches what the task asks for.
@QuarkusTest
@ExtendWith(Browsing.class)
@ResourceLock(BesideOthers.QUIET)
@Tag("page")
class TasksTest {
    private static final double PATIENCE_MILLIS = 180_000;
    /// On a machine that others use, too, a measurement may be too uncertain.
    private static final int MOST_RUNS = 3;
    private static final List<String> TITLES = List.of(
            "Loop order", "Four sums", "A branch into a maximum", "A chunk for each worker", "Padding",
            "A tile in registers");

    @Test
    void theSolutionOfEveryTaskCompiles(Visitor visitor) {
        visitor.open("/?v=1&page=tasks");
        assertThat(visitor.page().locator("task-page").getByRole(AriaRole.LISTITEM)).hasCount(TITLES.size());
        TITLES.forEach(title -> {
            solution(visitor, title);
            edits(visitor).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Discard")).click();
        });
        assertThat(visitor.complaints()).isEmpty();
    }

    @Tag("thorough")
    @ParameterizedTest
    @FieldSource("TITLES")
    void everyTaskIsReachedWithItsSolution(String title, Visitor visitor) {
        assertThat(solve(visitor, title, MOST_RUNS)).isEqualTo("reached");
    }

    /// @return what the card says of the task after its solution was measured, at most so many times
    private static String solve(Visitor visitor, String title, int mostRuns) {
        solution(visitor, title);
        onlyTheEditedVariant(visitor);
        Locator state = task(visitor, title).locator(".task-state");
        Locator run = edits(visitor).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run"));
        String told = "";
        for (int runs = 0; runs < mostRuns && !told.equals("reached"); runs++) {
            run.click();
            assertThat(run).isDisabled();
            assertThat(run).isEnabled(new IsEnabledOptions().setTimeout(PATIENCE_MILLIS));
            told = state.getAttribute("data-state");
        }

        assertThat(visitor.complaints()).isEmpty();
        return told;
    }

    /// Puts the task's own solution into the editor and waits until it is compiled.
    private static void solution(Visitor visitor, String title) {
        visitor.open("/?v=1&page=tasks");
        visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title)).click();
        Locator editor = visitor.page().locator("java-editor").getByRole(AriaRole.TEXTBOX);
        editor.waitFor();
        String before = editor.innerText();

        task(visitor, title).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("solution")).click();
        assertThat(editor).not().hasText(before);
        assertThat(edits(visitor).locator(".edit-state")).hasAttribute("data-state", "done",
                new HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
    }

    /// Leaves out the experiment's other variants, which have nothing to do with the task.
    private static void onlyTheEditedVariant(Visitor visitor) {
        Card card = new Card(visitor.page().getByRole(AriaRole.ARTICLE)
                .filter(new Locator.FilterOptions().setHas(visitor.page().locator("java-editor"))));
        Locator shown = card.tabs("Left code").getByRole(
                AriaRole.TAB, new Locator.GetByRoleOptions().setSelected(true));
        card.choose("Variants", shown.innerText().strip());
    }

    private static Locator task(Visitor visitor, String title) {
        return visitor.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Task: " + title));
    }

    private static Locator edits(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Your edits"));
    }
}
