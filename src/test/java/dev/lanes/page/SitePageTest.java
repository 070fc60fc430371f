package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the page says of the server it comes from, and of runs that the server keeps.
@PageTests
class SitePageTest {
    private static final String ADDRESS = "/?v=1&section=3";

    private Visitor visitor;

    @BeforeEach
    void arrive(Visitor visitor) {
        this.visitor = visitor;
    }

    @Test
    void onOnesOwnMachineThereIsNothingToSay() {
        assertThat(visitor.open(ADDRESS).card().button("Run")).isEnabled();
        assertThat(notice()).hasCount(0);
    }

    @Test
    void aReadOnlyServerSaysWhyNothingRunsAndWhereResultsAre() {
        site(Map.of("mode", "hosted", "readOnly", true, "notice", "Back at noon.", "storage", "ok", "busy", false));
        Card card = visitor.open(ADDRESS).card();

        assertThat(card.button("Run")).isDisabled();
        assertThat(card.article().locator(".estimate")).not().containsText(Pattern.compile("\\d"));
        assertThat(card.headline()).not().containsText("Run ");
        assertThat(notice("read-only")).isVisible();
        assertThat(notice("notice")).hasText("Back at noon.");
        assertThat(notice().getByRole(AriaRole.LINK)).hasAttribute("href", "/r#machines");
    }

    @Test
    void aBusyHostOffersRecordedRunsAndOnlyTheEffortsItAllows() {
        site(Map.of("mode", "hosted", "readOnly", false, "efforts", List.of("quick", "standard"),
                "storage", "unavailable", "busy", true));
        Card card = visitor.open(ADDRESS).card();

        assertThat(card.group("Effort").getByRole(AriaRole.RADIO)).hasCount(2);
        assertThat(notice("storage")).isVisible();
        assertThat(notice("busy").getByRole(AriaRole.LINK)).hasAttribute("href", "/r#machines");
    }

    @Test
    void whereNothingCanBeMeasuredARecordedResultIsShownUntilSomethingIs() {
        SharedResult.measure(visitor).elsewhere(SharedResult.ID, "Big Machine", 2).recordedFor(visitor);
        site(Map.of("mode", "hosted", "readOnly", false, "storage", "ok", "busy", true));
        Card card = visitor.open(ADDRESS).card();
        Locator shown = card.article().locator(".recorded-run");
        card.article().scrollIntoViewIfNeeded();
        assertThat(shown).isHidden(); // until there is a guess
        card.button("Show me what is known").click();

        assertThat(shown).containsText(Pattern.compile("5 January 2026 .*Big Machine"));
        assertThat(shown.locator(".lights [data-of=verdict]")).hasAttribute("data-light", "good");
        assertThat(shown.getByRole(AriaRole.LINK)).hasAttribute("href", "/r#r=recorded:big/scripted");
        assertThat(card.table("Time per operation").getFirst()).contains("206 ns");
        card.run().awaitStage("finished");
        assertThat(shown).hasCount(0);
        assertThat(card.table("Time per operation").getFirst()).contains("103 ns");
    }

    @Test
    void whereThingsCanBeMeasuredNothingRecordedIsShown() {
        SharedResult.measure(visitor).recordedFor(visitor);
        Card card = visitor.open(ADDRESS).card();

        assertThat(card.button("Run")).isEnabled();
        assertThat(card.article().locator("recorded-run")).hasCount(0);
    }

    @Test
    void anInterruptedRunSaysSoAndCanBeRunAgain() {
        JsonObject run = SharedResult.measure(visitor).json().getAsJsonObject("run");
        run.addProperty("state", "INTERRUPTED");
        run.remove("verdict");
        run.add("problem", new Gson().toJsonTree(Map.of(
                "title", "Interrupted", "detail", "The server was stopped while this run was going.")));
        SharedResult.answer(visitor, "/api/runs/kept", 200, run);
        Card card = visitor.open(ADDRESS + "&run=kept").card();

        assertThat(card.status()).hasAttribute("data-stage", "interrupted");
        assertThat(card.alert()).containsText("The server was stopped while this run was going.");
        assertThat(card.table("Time per operation").getFirst()).contains("103 ns");
        card.button("Run again").click();
        card.awaitStage("finished");
    }

    @Test
    void aRunWithoutEventsIsShownAsItWasStored() {
        JsonObject run = SharedResult.measure(visitor).json().getAsJsonObject("run");
        SharedResult.answer(visitor, "/api/runs/kept", 200, run);
        Card card = visitor.open(ADDRESS + "&run=kept").card();

        card.awaitStage("finished");
        assertThat(card.part("verdict")).hasAttribute("data-light", "good");
        assertThat(card.table("Every sample").getFirst().get(3)).contains("101 ns, 102 ns");
    }

    @Test
    void aFinishedRunSaysThatItIsStored() {
        Card card = visitor.open(ADDRESS).card();
        card.run().awaitStage("finished");

        assertThat(card.article().locator("stored-note").getByRole(AriaRole.STATUS)).containsText("this machine");
        assertThat(card.article().locator("stored-note .caution")).hasCount(0);
        assertThat(card.article().locator("stored-note").getByRole(AriaRole.LINK)).hasAttribute("href", "/r#runs");
    }

    @Test
    void aRunThatCouldNotBeStoredSaysWhyOffersAnotherWayAndTellsWhenItIs() {
        AtomicBoolean back = new AtomicBoolean();
        visitor.answer("/api/runs/*", asked -> {
            JsonObject run = asked.answerOfServer().getAsJsonObject();
            run.addProperty("stored", back.get());
            if (!back.get()) {
                run.addProperty("notStoredBecause", "the database does not answer");
            }
            asked.answer(200, run);
        });
        Card card = visitor.open(ADDRESS).card();
        card.run().awaitStage("finished");
        Locator note = card.article().locator("stored-note");

        assertThat(note.locator(".caution")).containsText("the database does not answer");
        note.getByRole(AriaRole.BUTTON).click();
        Locator dialog = visitor.page().getByRole(AriaRole.DIALOG);
        dialog.locator("[data-act=pack]").click();
        assertThat(dialog.locator("[data-what=packed] input")).hasValue(Pattern.compile(".*/r#v=1&z=.*"));
        visitor.page().keyboard().press("Escape");
        back.set(true);
        assertThat(note.locator(".caution")).hasCount(0);
        assertThat(note.getByRole(AriaRole.LINK)).hasAttribute("href", "/r#runs");
    }

    private Locator notice() {
        return visitor.page().locator("site-notice").getByRole(AriaRole.NOTE);
    }

    private Locator notice(String about) {
        return notice().locator("[data-about=" + about + "]");
    }

    private void site(Map<String, Object> site) {
        SharedResult.answer(visitor, "/api/site", 200, site);
    }
}
