package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A teacher's lesson, as pupils open it, and as it is made.
@PageTests
class LessonPageTest {
    private static final String LESSON = "/?v=1&only=scripted,plainest&lock=scripted.param.size,scripted.workers"
            + "&hide=code&guess=must&task=scripted:First+%3Cb%3Eguess%3C%2Fb%3E.&task=plainest:Then+this."
            + "&answer=What+did+you+see%3F&scripted.param.size=99999";

    private Visitor visitor;

    @BeforeEach
    void arrive(Visitor visitor) {
        this.visitor = visitor;
    }

    @Test
    void aLessonHasItsCardsInItsOrderAndNothingElseOfTheGuideAndWhatIsLockedCannotBeChanged() {
        Card card = visitor.open(LESSON).card("scripted");

        assertThat(visitor.page().locator("article.lab")).hasCount(2);
        assertThat(visitor.page().locator("article.lab").first()).hasAttribute("id", "lab-scripted");
        assertThat(visitor.page().locator("text-part")).hasCount(0);
        assertThat(visitor.section("2")).isHidden();
        assertThat(visitor.page().locator("guide-nav .queue-button")).isHidden();
        assertThat(visitor.page().locator("code-compare").first()).isHidden();

        assertThat(card.number("Size")).hasValue("8192");
        assertThat(card.number("Size")).isDisabled();
        assertThat(card.article().locator(".field", new Locator.LocatorOptions().setHasText("Workers"))
                .locator("input").first()).isDisabled();
        assertThat(card.number("Script")).isEnabled();
        assertThat(card.article().locator("lesson-lock .lock")).hasCount(2);
        visitor.page().evaluate("""
                document.querySelector("#lab-scripted run-controls").dispatchEvent(new CustomEvent("change-settings",
                  { bubbles: true, detail: { id: "scripted", part: { params: { size: 16, script: 1 } } } }))""");
        assertThat(card.number("Size")).hasValue("8192");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aTaskIsPlainTextAndItsTickStaysInThisBrowser() {
        Card card = visitor.open(LESSON).card("scripted");
        Locator task = card.article().getByRole(AriaRole.CHECKBOX,
                new Locator.GetByRoleOptions().setName("First <b>guess</b>."));
        task.check();
        visitor.page().getByLabel("What did you see?").fill("Twice as fast.");
        visitor.page().getByLabel("What did you see?").blur();
        look("a lesson", "#lab-scripted");

        visitor.open(LESSON);

        assertThat(task).isChecked();
        assertThat(visitor.page().getByLabel("What did you see?")).hasValue("Twice as fast.");
    }

    @Test
    void whereAGuessIsAMustNothingRunsWithoutOneAndAllOfItIsHandedIn() {
        Card card = visitor.open(LESSON).card("scripted");
        Locator guess = guess(card);
        assertThat(guess).hasAttribute("data-phase", "ask");
        assertThat(card.button("Just run")).hasCount(0);
        card.run();
        assertThat(card.status()).hasAttribute("data-stage", "idle");

        guess.getByText("Faster", new Locator.GetByTextOptions().setExact(true)).click();
        guess.getByRole(AriaRole.SLIDER).press("ArrowRight");
        guess.getByRole(AriaRole.SLIDER).press("PageUp");
        card.button("Lock in and run").click();
        card.awaitStage("finished");
        card.article().getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("First")).check();
        visitor.page().getByLabel("What did you see?").fill("Twice as fast.");
        visitor.page().getByLabel("What did you see?").blur();
        visitor.button("Make my links").click();
        String link = visitor.page().getByLabel("My work: Scripted").first().inputValue();

        Visitor teacher = visitor.another(options -> options);
        teacher.page().navigate(link);
        Locator work = teacher.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Handed in"));
        assertThat(work).containsText("2.2 times faster");
        assertThat(work).containsText("Twice as fast.");
        assertThat(work.getByRole(AriaRole.LISTITEM)).containsText(Pattern.compile("done: First"));
        assertThat(work).not().containsText("not done");
        assertThat(teacher.card("scripted").headline()).containsText("2.0×");
        Axe axe = new Axe(teacher.page());
        axe.lookAtADesk("handed in");
        axe.assertNothingFound();
    }

    @Test
    void aTeacherMakesALessonOnTheRealControls() {
        visitor.open("/?v=1&section=3");
        visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Make a lesson")).click();
        Card card = visitor.card("scripted");
        card.article().getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName("In the lesson")).check();
        card.article().getByLabel("Task", new Locator.GetByLabelOptions().setExact(true)).fill("Guess & run");
        card.button("Add task").click();
        card.set("Size", 512);
        card.article().locator(".field", new Locator.LocatorOptions().setHasText("Size"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Lock")).click();
        Locator maker = visitor.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Make a lesson"));
        maker.getByLabel("No run without one").check();
        card.button("Hide: The code").click();
        assertThat(maker.getByLabel("The code")).isChecked();
        assertThat(maker.getByRole(AriaRole.IMG)).isVisible();
        Locator link = maker.getByLabel("Link to the lesson").first();
        assertThat(link).hasValue(Pattern.compile(".*hide=code.*size=512.*"));
        assertThat((Boolean) visitor.page().evaluate(
                "document.querySelector('.lesson-qr').decode().then(() => true, () => false)")).isTrue();
        look("the making of a lesson", "html");

        Visitor pupil = visitor.another(options -> options);
        pupil.open(link.inputValue().replaceFirst("^https?://[^/]+", ""));

        assertThat(pupil.card("scripted").number("Size")).hasValue("512");
        assertThat(pupil.card("scripted").number("Size")).isDisabled();
        assertThat(pupil.card("scripted").article()).containsText("Guess & run");
        assertThat(pupil.page().locator("code-compare").first()).isHidden();
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aLongLessonIsPackedIntoTheFragmentWhichNoServerSees() {
        StringBuilder tasks = new StringBuilder();
        for (int task = 0; task < 10; task++) {
            tasks.append("&task=scripted:").append(task).append("+a+task+with+a+good+many+words".repeat(7));
        }
        visitor.open("/?v=1&only=scripted&guess=off" + tasks);
        visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Make a lesson")).click();
        Locator maker = visitor.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Make a lesson"));
        Locator link = maker.getByLabel("Link to the lesson").first();
        assertThat(link).hasValue(Pattern.compile(".*/#lesson=[\\w-]+"));

        Visitor pupil = visitor.another(options -> options);
        pupil.open(link.inputValue().replaceFirst("^https?://[^/]+", ""));

        assertThat(pupil.card("scripted").article().locator("lesson-tasks li")).hasCount(10);
        assertThat(pupil.requests()).noneMatch(address -> address.contains("good"));
    }

    @Test
    void theProjectorShowsQuestionFigureAndOneChart() {
        visitor.page().navigate("/?v=1&page=projector&at=scripted");
        Locator view = visitor.page().getByRole(AriaRole.ARTICLE);
        assertThat(view.getByRole(AriaRole.HEADING)).hasCount(1);
        assertThat(view.getByRole(AriaRole.STATUS)).not().containsText(Pattern.compile("\\d"));

        visitor.button("Run").click();

        assertThat(view).hasAttribute("data-stage", "finished");
        assertThat(view.getByRole(AriaRole.STATUS)).containsText("2.0×");
        assertThat(view.locator("figure svg")).hasCount(1);
        look("the projector", "html");
        assertThat(visitor.complaints()).isEmpty();
    }

    private void look(String state, String part) {
        Axe axe = new Axe(visitor.page());
        axe.look(state, part);
        axe.assertNothingFound();
    }

    private static Locator guess(Card card) {
        card.article().scrollIntoViewIfNeeded();
        return card.article().getByRole(
                AriaRole.REGION, new Locator.GetByRoleOptions().setName(Pattern.compile("^Your guess: ")));
    }
}
