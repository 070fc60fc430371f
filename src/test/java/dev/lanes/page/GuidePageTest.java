package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import dev.lanes.run.FakeWorker.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The guide as it is read, and run as a whole.
@PageTests
class GuidePageTest {
    private static final String READING = "/?v=1&section=2";
    private static final double SOONER_THAN_BY_ITSELF_MILLIS = 5_000;
    private static final String SCRIPTED = "/?v=1&section=3";

    private Visitor visitor;

    @BeforeEach
    void arrive(Visitor visitor) {
        this.visitor = visitor;
    }

    @Test
    void aSectionIsReadWithItsExperimentWhereTheTextPlacesItAndThisMachinesCacheInItsPicture() {
        visitor.open(READING);

        assertThat(visitor.page().locator(".section-body > *")).hasCount(3);
        assertThat(visitor.page().locator("text-part + experiment-card + text-part")).hasCount(1);
        assertThat(visitor.page().locator("text-part").first().locator("lanes-here .live")).not().isEmpty();
        assertThat(visitor.page().locator("[data-cache=L1]")).hasText("32 KB");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aCardFarFromTheWindowIsOnlyItsQuestionUntilSomebodyGivesASign() {
        Page page = pageBelowALongText();
        Locator card = page.locator("#lab-scripted");
        card.waitFor();
        assertThat(card.getAttribute("data-far")).isNotNull();
        assertThat(card.getByRole(AriaRole.HEADING)).hasCount(1);

        page.mouse().move(3, 3);
        assertThat(card.locator("run-controls, answer-panel, code-compare, card-views")).hasCount(4);
    }

    @Test
    void aCardThatComesNearTheWindowIsDrawn() {
        Page page = pageBelowALongText();
        Locator card = page.locator("#lab-scripted");
        card.evaluate("""
                card => window.scrollTo({ top: card.getBoundingClientRect().top - 1500, behavior: "instant" })""");

        assertThat(card.locator("run-controls, answer-panel, code-compare, card-views"))
                .hasCount(4, new HasCountOptions().setTimeout(SOONER_THAN_BY_ITSELF_MILLIS));
    }

    /// Nobody has moved a pointer on it.
    private Page pageBelowALongText() {
        Page page = visitor.another(UnaryOperator.identity()).page();
        page.addInitScript("""
                document.addEventListener("readystatechange", () => {
                  document.documentElement.style.paddingTop = "5000px";
                });""");
        page.navigate(SCRIPTED);
        return page;
    }

    @Test
    void runningTheSectionFillsInFiguresEverywhere() {
        visitor.open(SCRIPTED);
        assertThat(queueButton("Run the section")).containsText(Pattern.compile("\\d+ (s|min)"));
        queueButton("Run the section").click();

        assertQueue("over", "1 of 1");
        assertThat(visitor.card().headline()).containsText("2.0×");
        assertThat(visitor.section("3")).containsText("1 of 1");
        visitor.section("2").click();
        assertThat(proof("Scripted").first()).containsText("2.0 times faster");
        assertThat(visitor.page().locator("td lanes-here").last()).containsText("2.0 times faster");

        visitor.page().reload();
        assertThat(proof("Scripted").first()).containsText("2.0 times faster");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aFailureDoesNotEndTheRunOfTheWholeGuideAndIsListed() {
        refuse("plainest");
        visitor.open(READING);
        queueButton("whole guide").click();

        assertQueue("over", "2 of 3");
        strip().locator("summary").click();
        assertThat(strip().getByRole(AriaRole.LISTITEM)).containsText("Too much.");
        assertThat(visitor.section("2")).containsText("0 of 1");
        assertThat(proof("Plainest").first().locator("small")).not().containsText(Pattern.compile("\\d"));

        visitor.picture(Path.of("target", "screenshots", "guide", "run.png"));
        visitor.button("Close").click();
        assertThat(strip()).hasCount(0);
    }

    @Test
    void aStoppedRunOfTheGuideIsTakenUpAfterAReload() {
        String other = anEndlessRun();
        visitor.open(SCRIPTED);
        queueButton("Run the section").click();
        visitor.card().awaitStage("queued");
        assertQueue("running", "1 of 1");
        assertThat(stage()).containsText("Scripted");
        assertThat(queueButton("whole guide")).isDisabled();

        visitor.button("Stop").click();
        visitor.card().awaitStage("cancelled");
        visitor.page().reload();
        assertQueue("stopped", "0 of 1");

        visitor.page().request().delete("/api/runs/" + other);
        visitor.button("Continue").click();
        assertQueue("over", "1 of 1");
    }

    @Test
    void aReloadInTheMidstOfARunGoesOnWithThatVeryRun() {
        String other = anEndlessRun();
        visitor.open(SCRIPTED);
        queueButton("Run the section").click();
        visitor.card().awaitStage("queued");

        visitor.page().reload();
        assertQueue("stopped", "0 of 1");
        visitor.page().request().delete("/api/runs/" + other);
        visitor.button("Continue").click();

        assertQueue("over", "1 of 1");
        assertThat(visitor.page().evaluate("performance.getEntriesByType('resource')"
                + ".filter(({ name }) => name.endsWith('/api/runs')).length")).isEqualTo(0);
    }

    @Test
    void ticksAreKeptInTheBrowser() {
        visitor.open(READING);
        tick("Count its cores.").check();
        visitor.page().reload();

        assertThat(tick("Count its cores.")).isChecked();
        assertThat(tick("Count the lanes")).not().isChecked();
    }

    @Test
    void aProofLeadsToItsCardAndBack() {
        visitor.open(READING);
        proof("Scripted").first().getByRole(AriaRole.LINK).click();

        assertThat(visitor.card().article()).isFocused();
        assertThat(visitor.address()).isEqualTo("/?v=1&section=3&at=scripted");
        visitor.page().goBack();
        assertThat(visitor.page().locator("text-part").first()).isVisible();
    }

    @Test
    void theAddressOfAnExperimentOpensItsCard() {
        visitor.page().setViewportSize(1440, 300);
        visitor.open("/?v=1&at=plainest");

        assertThat(visitor.card().heading()).isInViewport();
        assertThat(visitor.card().article()).isFocused();
    }

    @Test
    void onAPhoneNothingOfASectionIsCutOff() {
        Visitor phone = visitor.another(options -> options.setViewportSize(390, 844).setHasTouch(true));
        phone.open(READING);

        Object cutOff = phone.page().evaluate("""
                () => [...document.querySelectorAll("main *")]
                    .filter(one => !one.closest(".unseen, pre, .scroll, [role=tablist]"))
                    .filter(one => {
                        const { left, right, width } = one.getBoundingClientRect();
                        const clips = getComputedStyle(one).overflowX !== "visible";
                        const own = one.matches(".wide, .scroll, select, input");
                        return width > 0 && (left < -0.5 || right > innerWidth + 0.5
                            || (clips && !own && one.scrollWidth > one.clientWidth + 1));
                    })
                    .map(one => one.outerHTML.slice(0, 120))""");

        assertThat((List<?>) cutOff).isEmpty();
        assertThat(phone.scrollsSideways()).isFalse();
    }

    @Test
    void whoDoesNotSeeIsToldWhatPicturesChartsAndMarksShow() {
        visitor.open(READING);
        assertThat(visitor.page().getByRole(AriaRole.IMG, named("A cache")))
                .hasAccessibleName(Pattern.compile("A cache .*the first cache.*"));

        visitor.section("3").click();
        queueButton("Run the section").click();
        assertThat(strip().getByRole(AriaRole.STATUS)).containsText("1 of 1");
        assertThat(visitor.announcement()).containsText("Scripted");
        assertThat(visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions()
                .setName(Pattern.compile("Scripted\\s*, .*holds")))).isVisible();
        assertThat(strip().getByRole(AriaRole.PROGRESSBAR)).hasAccessibleName(Pattern.compile("."));
        for (String chart : List.of("Time per operation", "Speedup against", "Every sample")) {
            assertThat(visitor.card().chart(chart)).hasAccessibleName(Pattern.compile(chart + ".*\\. .*\\d"));
            assertThat(visitor.card().table(chart)).isNotEmpty();
        }
        assertThat(visitor.card().article().locator("canvas:not([role=img])")).hasCount(0);
    }

    /// Has the server refuse every run of that experiment.
    private void refuse(String id) {
        visitor.answer("/api/runs", asked -> {
            if (asked.text().contains("\"%s\"".formatted(id))) {
                asked.answer(422, Map.of("title", "Unprocessable", "status", 422, "detail", "Too much."));
            } else {
                asked.goOn();
            }
        });
    }

    private Locator queueButton(String name) {
        return visitor.page().getByRole(AriaRole.BUTTON, named(name));
    }

    private Locator strip() {
        return visitor.page().locator("queue-strip .queue");
    }

    private Locator stage() {
        return strip().locator(".stage");
    }

    private void assertQueue(String state, String done) {
        assertThat(strip()).hasAttribute("data-state", state);
        assertThat(stage()).containsText(done);
    }

    private Locator proof(String title) {
        return visitor.page().locator("lanes-proof", new Page.LocatorOptions().setHasText(title));
    }

    private Locator tick(String label) {
        return visitor.page().getByRole(AriaRole.CHECKBOX, named(label));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private String anEndlessRun() {
        String run = visitor.page().request().post("/api/runs", RequestOptions.create().setData(Map.of(
                "experiment", "scripted",
                "variants", List.of("plain"),
                "params", Map.of("script", Script.ENDLESS.number())))).text();
        return JsonParser.parseString(run).getAsJsonObject().get("id").getAsString();
    }
}
