package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A guess before the run, and what becomes of it. The fake worker measures 2.0 (1.9 to 2.1).
@PageTests
class GuessPageTest {
    private static final String SCRIPTED = "/?v=1&section=3";
    private static final String CARD = "#lab-scripted";

    private Visitor visitor;
    private Card card;

    @BeforeEach
    void arrive(Visitor visitor) {
        this.visitor = visitor;
        card = visitor.open(SCRIPTED).card("scripted");
        card.article().scrollIntoViewIfNeeded();
        assertThat(guess()).hasAttribute("data-phase", "ask");
    }

    @Test
    void nothingIsPlacedAndNothingGivesTheAnswerAwayBeforeTheGuess() {
        assertThat(axis()).hasAttribute("aria-valuetext", Pattern.compile("\\D+"));
        assertThat(card.article().locator("[data-gives-away]").first()).isHidden();
        assertThat(card.article().locator(".guide-figure")).isHidden();

        card.button("Place your guess").click();

        assertThat(axis()).isFocused();
        assertThat(guess()).hasAttribute("data-phase", "ask");
        assertThat(card.status()).hasAttribute("data-stage", "idle");
    }

    @Test
    void axeFindsNothingInAGuessFromItsQuestionToItsScore() {
        Axe axe = new Axe(visitor.page());
        axe.look("a guess is asked for", CARD);
        axis().focus();
        axis().press("ArrowRight");
        guess().getByText("workers wait for a lock").click();
        axe.look("a guess is placed", CARD);
        card.button("Lock in and run").click();
        card.awaitStage("finished");
        assertThat(guess()).hasAttribute("data-phase", "done");
        axe.look("a guess is judged", CARD);
        axe.assertNothingFound();
    }

    @Test
    void aGuessByKeyboardIsLockedInJudgedByRatioAndKeptInThisBrowserOnly() {
        List<String> sent = new ArrayList<>();
        visitor.page().onRequest(request -> sent.add(bodyOf(request)));
        axis().focus();
        for (String key : List.of("ArrowRight", "Home", "End", "ArrowLeft")) {
            axis().press(key);
        }
        for (int times = 0; times < 7; times++) {
            axis().press("PageDown");
        }
        assertThat(axis()).hasAttribute("aria-valuetext", Pattern.compile("7\\.1 times .*"));
        guess().getByText("workers wait for a lock").click();
        card.button("Lock in and run").click();

        assertThat(guess()).not().hasAttribute("data-phase", "ask");
        card.awaitStage("finished");
        assertThat(guess()).hasAttribute("data-phase", "done");
        assertThat(guess().getByRole(AriaRole.STATUS)).containsText("7.1");
        assertThat(guess().getByRole(AriaRole.STATUS)).containsText("(1.9 to 2.1)");
        assertThat(guess().locator("[data-found]")).hasAttribute("data-found", "other");
        JsonObject kept = guesses().get(0).getAsJsonObject();
        assertThat(kept.get("reason").getAsString()).isEqualTo("lock");
        assertThat(kept.get("measured").getAsJsonObject().get("value").getAsDouble()).isEqualTo(2);
        assertThat(sent).noneMatch(text -> text.contains("7.1") || text.contains("\"lock\""));
        assertThat(card.article().locator("[data-gives-away]").first()).isVisible();
        visitor.page().setViewportSize(1440, 1600);
        card.article().screenshot(
                new Locator.ScreenshotOptions().setPath(Path.of("target/screenshots/guess/done.png")));
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aPressOnTheAxisPlacesTheGuessWhereItWas() {
        axis().click(new Locator.ClickOptions().setPosition(axis().boundingBox().width / 2, 40));
        assertThat(axis()).hasAttribute("aria-valuenow", "0.00");

        guess().getByText("Faster", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(axis()).hasAttribute("aria-valuemin", "0.00");
        assertThat(axis()).not().hasAttribute("data-placed", "");
        axis().click(new Locator.ClickOptions().setPosition(axis().boundingBox().width * 0.35, 40));

        assertThat(axis()).hasAttribute("aria-valuetext", Pattern.compile("\\d+(\\.\\d)? times faster"));
        assertThat(card.button("Lock in and run")).isVisible();
    }

    @Test
    void aTapOnAPhonePlacesTheGuess() {
        Visitor phone = visitor.another(options -> options.setViewportSize(390, 844).setHasTouch(true));
        card = phone.open(SCRIPTED).card("scripted");
        axis().scrollIntoViewIfNeeded();

        axis().tap(new Locator.TapOptions().setPosition(axis().boundingBox().width * 0.75, 40));

        assertThat(axis()).hasAttribute("aria-valuetext", Pattern.compile("3\\d times faster"));
        assertThat(phone.scrollsSideways()).isFalse();
    }

    @Test
    void justRunIsRememberedAndTheGuessCanBeAskedForAgain() {
        card.button("Just run").click();
        card.awaitStage("finished");
        assertThat(guess()).hasCount(0);

        visitor.open("/?v=1&section=2");
        Card other = visitor.card("plainest");
        other.article().scrollIntoViewIfNeeded();
        assertThat(other.article().locator("[data-gives-away]").first()).isVisible();
        other.button("Guess first").click();
        assertThat(other.button("Place your guess")).isVisible();
    }

    @Test
    void whatIsShownOnceStaysShown() {
        card.button("Show me what is known").click();
        assertThat(card.article().locator("[data-gives-away]").first()).isVisible();

        visitor.open(SCRIPTED);
        assertThat(card.article().locator("[data-gives-away]").first()).isVisible();
    }

    @Test
    void aQuestionIsAskedOnceAndAgainOnlyIfASettingChanged() {
        guessTwo();
        card.awaitStage("finished");
        assertThat(guess()).hasCount(1);
        assertThat(card.button("Lock in and run")).hasCount(0);

        card.set("Size", 512);

        assertThat(card.button("Place your guess")).isVisible();
    }

    @Test
    void afterFiveGuessesThereIsAPictureOfThemWithATable() {
        visitor.page().evaluate("""
                localStorage.setItem("lanes.guesses", JSON.stringify({ version: 1, guesses: [1, 2, 3, 4].map((at) => ({
                  experiment: "plainest", at: `2026-01-0${at}T00:00:00Z`, value: at, range: 2,
                  measured: { value: 3, low: 2.8, high: 3.2 }, score: 50 })) }))""");
        guessTwo();
        card.awaitStage("finished");

        guess().getByText("Your 5 guesses").first().click();
        assertThat(guess().getByRole(AriaRole.IMG,
                new Locator.GetByRoleOptions().setName(Pattern.compile("5 guesses.*3 of your 4")))).isVisible();
        assertThat(guess().locator("guess-picture circle")).hasCount(5);
    }

    private void guessTwo() {
        guess().getByText("Faster", new Locator.GetByTextOptions().setExact(true)).click();
        axis().press("ArrowRight");
        axis().press("PageUp");
        card.button("Lock in and run").click();
    }

    private Locator guess() {
        return card.article().getByRole(
                AriaRole.REGION, new Locator.GetByRoleOptions().setName(Pattern.compile("^Your guess: ")));
    }

    private Locator axis() {
        return guess().getByRole(AriaRole.SLIDER);
    }

    private JsonArray guesses() {
        String text = (String) visitor.page().evaluate("localStorage.getItem('lanes.guesses')");
        return JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("guesses");
    }

    private static String bodyOf(Request request) {
        return request.url() + " " + request.postData();
    }
}
