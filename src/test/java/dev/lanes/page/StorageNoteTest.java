package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import dev.lanes.run.FakeWorker.Script;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How often the page asks whether finished runs are stored while the database is away. The page's clock is the test's.
@PageTests
class StorageNoteTest {
    private static final String SCRIPTED = "/?v=1&section=3";
    private static final int MOST_QUESTIONS = 50;
    private static final int MOST_QUESTIONS_OF_A_RUN = 5;

    private final AtomicBoolean away = new AtomicBoolean(true);
    private Visitor visitor;

    @BeforeEach
    void theDatabaseIsAway(Visitor visitor) {
        this.visitor = visitor;
        visitor.page().clock().install();
        visitor.answer("/api/site", asked -> asked.answer(200, Map.of(
                "mode", "local", "storage", away.get() ? "unavailable" : "ok", "busy", false)));
        visitor.answer("/api/runs/*", asked -> {
            if (!asked.method().equals("GET")) {
                asked.goOn();
                return;
            }
            JsonObject run = asked.answerOfServer().getAsJsonObject();
            if (away.get() && run.get("state").getAsString().equals("FINISHED")) {
                run.addProperty("stored", false);
                run.addProperty("notStoredBecause", "the database does not answer");
            }
            asked.answer(200, run);
        });
    }

    @Test
    void allRunsTogetherAreAskedAboutWithOneQuestionAndNotForEver() {
        visitor.open(SCRIPTED);
        finishedWithANote("scripted");
        visitor.section("10").click();
        finishedWithANote("worded");
        int ofRuns = asked("/api/runs/");
        int ofTheSite = asked("/api/site");

        anHourPasses();
        assertThat(asked("/api/runs/") - ofRuns).as("about single runs").isLessThanOrEqualTo(MOST_QUESTIONS_OF_A_RUN);
        assertThat(asked("/api/site") - ofTheSite).as("in the first hour").isPositive().isLessThan(MOST_QUESTIONS);

        ofTheSite = asked("/api/site");
        anHourPasses();
        assertThat(asked("/api/site")).as("in the second hour").isEqualTo(ofTheSite);
    }

    @Test
    void theNoteTellsWhenTheRunIsStoredAfterAll() {
        visitor.open(SCRIPTED);
        Locator note = finishedWithANote("scripted");
        away.set(false);

        visitor.page().waitForCondition(() -> {
            minutePasses();
            return note.count() == 0;
        });

        assertThat(visitor.card("scripted").article().locator("stored-note a")).hasAttribute("href", "/r#runs");
    }

    @Test
    void whileSomethingIsMeasuredNothingIsAsked() {
        visitor.open("/?v=1&section=10&scripted.variants=plain&scripted.param.script=" + Script.ENDLESS.number());
        finishedWithANote("worded");
        visitor.section("3").click();
        Card endless = visitor.card("scripted");
        endless.run().awaitStage("measure");
        int before = questions();

        for (int minute = 0; minute < 10; minute++) {
            minutePasses();
        }
        assertThat(questions()).isEqualTo(before);

        endless.button("Cancel").click();
        endless.awaitStage("cancelled");
        visitor.page().waitForCondition(() -> questions() > before);
    }

    /// Runs the card's experiment and waits for the note that it is not stored.
    private Locator finishedWithANote(String id) {
        Card card = visitor.card(id);
        card.run().awaitStage("finished");
        Locator note = card.article().locator("stored-note .caution");
        assertThat(note).hasCount(1);
        return note;
    }

    /// At first millisecond by millisecond; then, as the page draws a lot in that time, minute by minute.
    private void anHourPasses() {
        for (int minute = 0; minute < 10; minute++) {
            minutePasses();
        }
        for (int minute = 10; minute < 60; minute++) {
            visitor.page().clock().fastForward(60_000);
            visitor.page().waitForTimeout(20);
        }
    }

    /// The answers take their time on the clock of the machine.
    private void minutePasses() {
        visitor.page().clock().runFor(60_000);
        visitor.page().waitForTimeout(20);
    }

    private int questions() {
        return asked("/api/site") + asked("/api/runs/");
    }

    private int asked(String part) {
        return (int) visitor.requests().stream()
                .filter(address -> address.startsWith("http") && address.contains(part))
                .count();
    }
}
