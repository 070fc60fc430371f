package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server with two kinds of machines. The second one is made of answers of this test; what is asked of it, the
/// server's own machine measures.
@PageTests
class KindsPageTest {
    private static final String LARGE = "16-large";
    private static final String LARGE_LABEL = "16 processors, ARM";
    private static final String ADDRESS = "/?v=1&section=3";
    private static final int LARGE_SIZE = 2048;
    private static final double PATIENCE_MILLIS = 60_000;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private Visitor visitor;
    private String here;
    private String largeState = "idle";

    @BeforeEach
    void arrive(Visitor visitor) {
        this.visitor = visitor;
    }

    @Test
    void withOneMachineThereIsNothingToChoose() {
        Card card = visitor.open(ADDRESS).card();

        assertThat(card.button("Run")).isVisible();
        assertThat(runOn(card)).hasCount(0);
        assertThat(visitor.requests()).noneMatch(address -> address.contains("/kinds/") || address.endsWith("/api/machines"));
    }

    @Test
    void anotherKindHasAnOfferOfItsOwn() {
        Card card = open(ADDRESS);
        assertThat(runOn(card)).hasValue(here);
        assertThat(card.number("Size")).hasValue("1024");

        runOn(card).selectOption(LARGE);

        assertThat(card.number("Size")).hasValue(Integer.toString(LARGE_SIZE));
        assertThat(card.number("Size")).hasAttribute("max", "4096");
        assertThat(visitor.page().locator("machine-card")).containsText("Large Silicon");
        assertThat(visitor.address()).contains("machine=" + LARGE);
        card.choose("Variants", "Plain").run().awaitStage("finished");
        assertThat(asked).containsExactly(LARGE);
        visitor.page().goBack();
        visitor.page().goBack();
        visitor.page().goBack();
        assertThat(runOn(card)).hasValue(here);
        assertThat(card.number("Size")).hasValue("1024");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aLinkOpensTheKindItNamesAndSaysSoIfThereIsNone() {
        Card card = open(ADDRESS + "&machine=" + LARGE);
        assertThat(runOn(card)).hasValue(LARGE);
        assertThat(card.number("Size")).hasValue(Integer.toString(LARGE_SIZE));

        visitor.open(ADDRESS + "&machine=none-such");
        assertThat(runOn(card)).hasValue(here);
        assertThat(visitor.page().locator("main .notice")).containsText("none-such");
    }

    @Test
    void theMachinesTellWhatTheyDoNow() {
        largeState = "away";
        Card card = open(ADDRESS);

        Locator machines = visitor.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Machines"));
        assertThat(machines.locator("li li")).hasCount(2);
        assertThat(machines.locator("li li").first()).hasAttribute("data-state", "idle");
        assertThat(machines.locator("li li").last()).hasAttribute("data-state", "away");
        assertThat(machines).containsText("3 runs waiting");
        assertThat(runOn(card).locator("option").last()).containsText("away");
        assertThat(card.button("Run on all kinds")).isDisabled();
        Axe axe = new Axe(visitor.page());
        axe.look("two kinds of machines", "article.lab");
        axe.lookAtADesk("what machines do", "machine-card");
        axe.assertNothingFound();
    }

    @Test
    void aKindThatIsAwayShowsWhatWasRecorded() {
        largeState = "away";
        SharedResult.measure(visitor).elsewhere(SharedResult.ID, "Big Machine", 2).recordedFor(visitor);
        Card card = open(ADDRESS);
        Locator recorded = card.article().getByRole(
                AriaRole.REGION, new Locator.GetByRoleOptions().setName(Pattern.compile("^Recorded result: ")));
        card.article().scrollIntoViewIfNeeded();
        card.button("Show me what is known").click();
        assertThat(recorded).hasCount(0);

        runOn(card).selectOption(LARGE);
        assertThat(recorded.getByRole(AriaRole.LINK).first())
                .hasAttribute("href", "/r#r=recorded:big/scripted");

        runOn(card).selectOption(here);
        assertThat(recorded).hasCount(0);
    }

    @Test
    void aLessonLocksWhereItIsMeasured() {
        Card card = open(ADDRESS + "&only=scripted&guess=off&lock=machine");

        assertThat(runOn(card)).isDisabled();
        assertThat(card.button("Run on all kinds")).isDisabled();
        assertThat(card.article().locator("lesson-lock .lock")).hasCount(1);
        assertThat(card.button("Run")).isEnabled();
    }

    @Test
    void aLessonHidesWhereItIsMeasured() {
        Card card = open(ADDRESS + "&only=scripted&hide=machine");

        assertThat(card.button("Run")).isVisible();
        assertThat(card.article().locator("run-on select")).hasCount(1);
        assertThat(card.article().locator("run-on select")).isHidden();
        assertThat(visitor.page().locator(".machine-kinds")).isHidden();
    }

    @Test
    void whatALessonLocksStaysOnAnotherKindAndNothingRunsOnAllOfThemWithoutTheGuessThatIsAMust() {
        Card card = open(ADDRESS + "&only=scripted&guess=must&lock=scripted.param.size");
        runOn(card).selectOption(LARGE);
        assertThat(visitor.page().locator("machine-card")).containsText("Large Silicon");
        assertThat(card.number("Size")).hasValue("1024");

        card.button("Run on all kinds").click();
        assertThat(card.article().locator("lanes-guess [role=slider]")).isFocused();
        assertThat(asked).isEmpty();
    }

    @Test
    void whatAKindRefusesIsToldBesideIt() {
        Card card = open(ADDRESS + "&scripted.workers=1");
        visitor.answer("/api/runs", asked -> {
            if (asked.text().contains(LARGE)) {
                asked.answer(503, Map.of("title", "Full", "status", 503, "detail", "No place for 77 s."));
            } else {
                asked.goOn();
            }
        });
        card.button("Run on all kinds").click();

        assertThat(visitor.page().locator(".kinds-runs > li").last()).containsText("77 s");
        assertThat(visitor.page().locator(".kinds-runs > li[data-stage=finished]"))
                .hasCount(1, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
    }

    @Test
    void allKindsAreMeasuredAndLaidIntoOneChart() {
        Card card = open(ADDRESS + "&scripted.workers=1");
        card.button("Run on all kinds").click();

        Locator board = visitor.page().getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(Pattern.compile("^All kinds of machines: ")));
        assertThat(board.locator(".kinds-runs > li[data-stage=finished]"))
                .hasCount(2, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(asked).containsExactlyInAnyOrder(here, LARGE);
        Locator chart = board.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("Time per operation"));
        assertThat(chart).hasAttribute("aria-label", Pattern.compile("Label of here, " + LARGE_LABEL));
        assertThat(board.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove"))).hasCount(0);
        assertThat(board.getByRole(AriaRole.LINK)).hasAttribute("href", Pattern.compile("/r#r=run:[\\w-]+,run:[\\w-]+$"));
        card.awaitStage("finished");

        board.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close")).click();
        assertThat(board).hasCount(0);
        assertThat(visitor.complaints()).isEmpty();
    }

    private Card open(String address) {
        Page page = visitor.page();
        here = JsonParser.parseString(page.request().get(visitor.server().resolve("/api/machines").toString()).text())
                .getAsJsonArray().get(0).getAsJsonObject().get("kind").getAsString();
        change(Pattern.compile("/api/site$"), site -> {
            JsonArray kinds = new JsonArray();
            kinds.add(named(here, "Label of here"));
            kinds.add(named(LARGE, LARGE_LABEL));
            site.getAsJsonObject().add("kinds", kinds);
        });
        change(Pattern.compile("/api/machines$"), kinds -> {
            JsonObject own = kinds.getAsJsonArray().get(0).getAsJsonObject();
            own.addProperty("label", "Label of here");
            JsonObject large = own.deepCopy();
            large.addProperty("kind", LARGE);
            large.addProperty("label", LARGE_LABEL);
            large.addProperty("waiting", 3);
            JsonObject machine = large.getAsJsonArray("machines").get(0).getAsJsonObject();
            machine.addProperty("name", "arm-one");
            machine.addProperty("state", largeState);
            kinds.getAsJsonArray().add(large);
        });
        Pattern ofLarge = Pattern.compile("\\?machine=" + LARGE + "$");
        change(Pattern.compile("/api/experiments" + ofLarge), all -> all.getAsJsonArray().forEach(this::onLarge));
        change(Pattern.compile("/api/experiments/[\\w-]+" + ofLarge), this::onLarge);
        change(Pattern.compile("/api/machine/ceilings" + ofLarge), ceilings -> {});
        change(Pattern.compile("/api/machine" + ofLarge),
                machine -> machine.getAsJsonObject().addProperty("cpuModel", "Large Silicon"));
        visitor.answer("/api/runs", sent -> {
            JsonObject body = sent.json();
            asked.add(body.remove("machine").getAsString());
            sent.goOnWith(body);
        });
        return visitor.open(address).card();
    }

    /// Changes what the server answers, which is asked for without a kind.
    private void change(Pattern address, Consumer<JsonElement> how) {
        visitor.answer(address, asked -> {
            JsonElement body = asked.answerOfServer(asked.url().replaceFirst("\\?.*", ""));
            how.accept(body);
            asked.answer(200, body);
        });
    }

    private void onLarge(JsonElement experiment) {
        JsonObject changed = experiment.getAsJsonObject();
        changed.addProperty("machine", LARGE);
        for (JsonElement param : changed.getAsJsonArray("params")) {
            if (param.getAsJsonObject().get("name").getAsString().equals("size")) {
                param.getAsJsonObject().addProperty("max", 2 * LARGE_SIZE);
                param.getAsJsonObject().addProperty("default", LARGE_SIZE);
            }
        }
    }

    private static JsonObject named(String kind, String label) {
        JsonObject named = new JsonObject();
        named.addProperty("kind", kind);
        named.addProperty("label", label);
        return named;
    }

    private static Locator runOn(Card card) {
        return card.article().getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Run on"));
    }
}
