package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsEnabledOptions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tasks of the page, solved with the project's own variants and measured.
@QuarkusTest
@ExtendWith(Browsing.class)
@Tag("page")
class TasksTest {
    private static final double PATIENCE_MILLIS = 180_000;
    /// On a machine that others use, too, a measurement may be too uncertain.
    private static final int MOST_RUNS = 3;

    /// How much faster it is depends on what runs beside it: the thorough tests look at that.
    @Test
    void theSolutionOfATaskIsMeasuredBesideTheOriginalAndAgreesWithIt(Visitor visitor) {
        assertThat(solve(visitor, "Four sums", 1)).isIn("reached", "not", "doubtful");
        assertThat(visitor.page().locator(".edit-answer:visible")).containsText(Pattern.compile("\\d"));
        assertThat(visitor.page().locator(".edit-answer[data-wrong]")).hasCount(0);
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {
        "Loop order", "Four sums", "A branch into a maximum", "A chunk for each worker", "Padding",
        "A tile in registers"
    })
    void everyTaskIsReachedWithItsSolution(String title, Visitor visitor) {
        assertThat(solve(visitor, title, MOST_RUNS)).isEqualTo("reached");
    }

    /// @return what the card says of the task after its solution was measured, at most so many times
    private static String solve(Visitor visitor, String title, int mostRuns) {
        visitor.open("/?v=1&page=tasks");
        visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title)).click();
        Locator task = visitor.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Task: " + title));
        Locator editor = visitor.page().locator("java-editor").getByRole(AriaRole.TEXTBOX);
        editor.waitFor();
        String before = editor.innerText();

        task.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("solution")).click();
        assertThat(editor).not().hasText(before);
        Locator edits = visitor.page().getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Your edits"));
        assertThat(edits.locator(".edit-state")).hasAttribute("data-state", "done",
                new HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
        Locator state = task.locator(".task-state");
        Locator run = edits.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run"));
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
}
