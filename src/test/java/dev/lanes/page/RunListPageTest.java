package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The list of stored runs: searched, turned over, opened, and laid side by side.
@PageTests
class RunListPageTest {
    private Visitor visitor;

    @BeforeEach
    void arrive(Visitor visitor) {
        this.visitor = visitor;
    }

    @Test
    void theAddressSaysWhatIsLookedForAndTheControlsShowIt() {
        found(1, 1, run("one", "FAILED", null));
        visitor.openResult("/r#runs&experiment=scripted&machine=xeon&state=FAILED");

        assertThat(list().getByLabel("Experiment")).hasValue("scripted");
        assertThat(list().getByLabel("Machine")).hasValue("xeon");
        assertThat(list().getByLabel("State")).hasValue("FAILED");
        assertThat(asked()).endsWith("?experiment=scripted&machine=xeon&state=FAILED&size=20");
        assertThat(rows()).hasCount(1);
        assertThat(rows()).containsText("failed");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void theDaysOfTheListAndOfItsFilterAreTheVisitors() {
        visitor = visitor.another(desk -> desk.setTimezoneId("Pacific/Kiritimati"));
        found(1, 1, run("one", "FINISHED", null));
        visitor.openResult("/r#runs&from=2026-01-03&to=2026-01-03");

        assertThat(rows().getByRole(AriaRole.TIME)).hasText("3 Jan 2026, 00:01");
        assertThat(list().getByLabel("From")).hasValue("2026-01-03");
        assertThat(list().getByLabel("To", new Locator.GetByLabelOptions().setExact(true))).hasValue("2026-01-03");
        assertThat(list().locator(".zone")).hasText("Pacific/Kiritimati");
        assertThat(URLDecoder.decode(asked(), StandardCharsets.UTF_8))
                .endsWith("?from=2026-01-02T10:00:00.000Z&to=2026-01-03T10:00:00.000Z&size=20");
    }

    @Test
    void aSearchIsAStepThatBackUndoes() {
        found(1, 1, run("one", "FINISHED", "2.0 times faster"));
        visitor.openResult("/r#runs");
        list().getByLabel("Machine").fill("epyc");
        visitor.button("Search").click();

        assertThat(visitor.page()).hasURL(visitor.server().resolve("/r#runs&machine=epyc").toString());
        assertThat(asked()).contains("machine=epyc");
        visitor.page().goBack();
        assertThat(list().getByLabel("Machine")).hasValue("");
        assertThat(visitor.page()).hasURL(visitor.server().resolve("/r#runs").toString());
    }

    @Test
    void whatFillsMoreThanAPageIsTurnedOver() {
        found(2, 45, run("one", "FINISHED", "2.0 times faster"));
        visitor.openResult("/r#runs&page=2");
        Locator pages = list().getByRole(AriaRole.NAVIGATION);

        assertThat(pages).containsText(Pattern.compile("2 of 3, 45 "));
        assertThat(link(pages, "Newer")).hasAttribute("href", "/r#runs");
        link(pages, "Older").click();
        assertThat(visitor.page()).hasURL(visitor.server().resolve("/r#runs&page=3").toString());
        assertThat(asked()).contains("page=3");
    }

    @Test
    void whereNothingIsFoundOrNothingCanBeReadThatIsSaid() {
        found(1, 0);
        visitor.openResult("/r#runs");
        assertThat(list().getByRole(AriaRole.STATUS)).hasAttribute("data-narrowed", "false");
        visitor.openResult("/r#runs&machine=abacus");
        assertThat(list().getByRole(AriaRole.STATUS)).hasAttribute("data-narrowed", "true");

        SharedResult.answer(visitor, "/api/runs?*", 503,
                Map.of("title", "Service unavailable", "detail", "The database does not answer."));
        visitor.openResult("/r#runs");
        assertThat(list().getByRole(AriaRole.ALERT)).containsText("The database does not answer.");
    }

    @Test
    void anInterruptedRunIsOfferedToBeRunAgainAndOneOfALostExperimentIsNot() {
        Map<String, Object> lost = run("old", "FINISHED", null);
        lost.put("experiment", "abandoned");
        found(1, 2, run("cut", "INTERRUPTED", null), lost);
        visitor.openResult("/r#runs");

        assertThat(rows().first().locator(".run-headline a")).hasAttribute("href", "/?v=1&run=cut");
        assertThat(rows().last().getByRole(AriaRole.LINK)).hasCount(0);
    }

    @Test
    void aRunOfTheListOpensWithItsFigures() {
        measureAndStore();
        visitor.open("/");
        visitor.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Stored runs")).first().click();
        // Others measure on the same server meanwhile, and some of theirs are cancelled.
        link(list().locator("li[data-state=FINISHED]").first(), "Scripted").click();

        Card card = visitor.card().awaitStage("finished");
        assertThat(card.part("verdict")).hasAttribute("data-light", "good");
        assertThat(card.table("Time per operation").getFirst()).contains("103 ns");
    }

    @Test
    void runsOfOneExperimentAreLaidSideBySide() {
        measureAndStore();
        measureAndStore();
        visitor.openResult("/r#runs&experiment=scripted&state=FINISHED");
        Locator compare = list().locator(".run-compare button");
        assertThat(compare).isDisabled();
        rows().nth(0).getByRole(AriaRole.CHECKBOX).check();
        rows().nth(1).getByRole(AriaRole.CHECKBOX).check();
        compare.click();

        assertThat(visitor.page().locator("compare-board .differences")).containsText(Pattern.compile(
                " ([^“]+, [\\d:]{8}|[^“]+\\(1\\)) and ([^“]+, [\\d:]{8}|[^“]+\\(2\\)), 0\\.\\d+ to 1\\.\\d+ "));
        assertThat(visitor.page().locator(".result-head")).hasAttribute("data-kind", "run");
        assertThat(visitor.page().locator(".origin")).hasAttribute("data-changed", "false");
        assertThat(visitor.page().url()).contains("/r#r=run:");
    }

    @Test
    void aHostedServerListsWhatWasSharedAndAsksForNoState() {
        SharedResult.answer(visitor, "/api/site", 200, Map.of("mode", "hosted", "storage", "ok", "busy", false));
        found(1, 0);
        visitor.openResult("/r#runs");

        assertThat(list().getByLabel("Experiment")).isVisible();
        assertThat(list().getByLabel("State")).hasCount(0);
    }

    private void measureAndStore() {
        String id = SharedResult.measureNow(visitor).json().getAsJsonObject("run").get("id").getAsString();
        visitor.page().waitForCondition(() ->
                visitor.page().request().get("/api/runs/" + id).text().contains("\"stored\":true"));
    }

    private Locator list() {
        return visitor.page().locator("run-list");
    }

    private Locator rows() {
        return list().locator(".runs").getByRole(AriaRole.LISTITEM);
    }

    private static Locator link(Locator where, String name) {
        return where.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    /// The last search that the server was asked for.
    private String asked() {
        return visitor.requests().stream().filter(address -> address.contains("/api/runs?")).toList().getLast();
    }

    @SafeVarargs
    private void found(int page, int total, Map<String, Object>... runs) {
        SharedResult.answer(visitor, "/api/runs?*", 200,
                Map.of("page", page, "size", 20, "total", total, "runs", List.of(runs)));
    }

    private static Map<String, Object> run(String id, String state, String headline) {
        Map<String, Object> run = new HashMap<>(Map.of(
                "id", id, "experiment", "scripted", "title", "Scripted", "state", state, "effort", "quick",
                "createdAt", "2026-01-02T10:00:00Z", "endedAt", "2026-01-02T10:01:00Z", "machine", "Fake CPU"));
        run.put("headline", headline);
        return run;
    }
}
