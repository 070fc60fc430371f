package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.lanes.page.MachineAnswers.CALCULATES;
import static dev.lanes.page.MachineAnswers.FAILED;
import static dev.lanes.page.MachineAnswers.KEYS;
import static dev.lanes.page.MachineAnswers.MEASURED;
import static dev.lanes.page.MachineAnswers.MEASURING;
import static dev.lanes.page.MachineAnswers.MOVES;
import static dev.lanes.page.MachineAnswers.NOT_MEASURED;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.lanes.run.FakeWorker.Script;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a machine can do at most, and what share of it a case reaches. The worker is a fake whose every operation takes
/// 103 ns; the work of one, and the ceilings, are answers of this test.
@PageTests
class CeilingsPageTest {
    private final AtomicReference<String> ceilings = new AtomicReference<>(MEASURED);
    private Visitor visitor;

    @BeforeEach
    void arrive(Visitor visitor) {
        this.visitor = visitor;
    }

    @Test
    void aCaseIsToldWhatShareOfTheMachineItReachesAndTheRooflineShowsEveryCaseUnderTheCeilings() {
        Card card = open(visitor, CALCULATES, Script.NORMAL);
        card.run().awaitStage("finished");

        assertThat(card.part("limit")).hasAttribute("data-light", "limit");
        assertThat(card.part("limit")).containsText(
                Pattern.compile("(50|25) % .*(one core|2 cores).* \\(\\d+-\\d+ %\\)"));
        assertThat(card.part("limit")).containsText(Pattern.compile("\\b50\\.0 of (100|200) GFLOP/s"));
        assertThat(card.table("Time per operation")).extracting(row -> row.getLast()).satisfiesExactly(
                half -> assertThat(half).matches("50 % .*one core.* \\(49-52 %\\)"),
                half -> assertThat(half).matches("50 % .*one core.* \\(49-52 %\\)"),
                quarter -> assertThat(quarter).matches("25 % .*2 cores.* \\(24-26 %\\)"),
                half -> assertThat(half).matches("50 % .*one core.* \\(49-52 %\\)"),
                quarter -> assertThat(quarter).matches("25 % .*2 cores.* \\(24-26 %\\)"));
        assertThat(limits(card, "Time per operation")).containsExactly(51.5, 25.75, 51.5, 25.75);
        assertThat(limits(card, "Speedup against")).containsExactly(2.0, 4.0, 2.0, 4.0);

        assertThat(card.chart("Roofline")).hasAttribute("aria-label",
                Pattern.compile("Plain: 50\\.0 GFLOP/s, 50 % .*one core"));
        assertThat(card.table("Roofline")).hasSize(5 + 3 + 2)
                .anySatisfy(row -> assertThat(row).startsWith("Plain", "50.0 GFLOP/s", "49.0 to 51.0 GFLOP/s", "10.0"))
                .anySatisfy(row -> assertThat(row.getFirst() + row.get(1))
                        .matches(".*one core.*memory \\(load\\)20\\.0 GB/s"));
        assertThat((Integer) card.chart("Roofline").evaluate("""
                canvas => new Promise(drawn => {
                    const look = () => window.Chart?.getChart(canvas)
                        ? drawn(Chart.getChart(canvas).getDatasetMeta(0).data.length)
                        : requestAnimationFrame(look);
                    look();
                })""")).isEqualTo(KEYS.size());
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void whatOnlyMovesDataHasItsShareAndNoRoofline() {
        Card card = open(visitor, MOVES, Script.NORMAL);
        card.run().awaitStage("finished");

        assertThat(card.part("limit")).containsText(Pattern.compile("\\d+ % .*memory .*(one core|2 cores)"));
        assertThat(card.part("limit")).containsText("10.0 of 2");
        assertThat(card.view("Roofline")).not().isEmpty();
        assertThat(card.view("Roofline").getByRole(AriaRole.IMG)).hasCount(0);
    }

    @Test
    void withoutCeilingsASentenceTakesTheirPlace() {
        ceilings.set(NOT_MEASURED);
        Card card = open(visitor, CALCULATES, Script.NORMAL);
        assertThat(ceilingsOf(visitor)).hasAttribute("data-state", "NONE");
        assertThat(ceilingsOf(visitor).getByRole(AriaRole.STATUS)).not().isEmpty();
        card.run().awaitStage("finished");

        assertThat(card.part("limit")).hasAttribute("data-light", "none");
        assertThat(card.part("limit")).not().containsText("%");
        assertThat(card.view("Roofline").getByRole(AriaRole.IMG)).hasCount(0);
        assertThat(card.table("Time per operation").getFirst()).noneMatch(cell -> cell.contains("can do"));
    }

    @Test
    void anExperimentWhoseWorkIsNotCountedSaysNothingOfLimits() {
        Card card = open(visitor, null, Script.NORMAL);
        card.run().awaitStage("finished");

        assertThat(card.part("verdict")).hasCount(1);
        assertThat(card.part("limit")).hasCount(0);
        assertThat(limits(card, "Time per operation")).isEmpty();
    }

    @Test
    void theMachineCardFollowsAMeasuringToItsEndAndTellsWhyNothingIsMeasuredAnew() {
        ceilings.set(MEASURING);
        open(visitor, CALCULATES, Script.NORMAL);
        assertThat(ceilingsOf(visitor)).hasAttribute("data-state", "MEASURING");
        assertThat(ceilingsOf(visitor).getByRole(AriaRole.STATUS)).not().isEmpty();
        assertThat(measureButton("Measure now")).isDisabled();

        ceilings.set(MEASURED);

        assertThat(ceilingsOf(visitor).getByRole(AriaRole.STATUS)).containsText("2 January");
        assertThat(machineCard(visitor).getByRole(AriaRole.ROW)).hasText(new String[] {
            "one core2 cores", "ArithmeticGFLOP/s100200", "L1GB/s250490", "MemoryGB/s20.022.0"});
        assertThat(measureButton("Measure again")).isEnabled();

        measureButton("Measure again").click();
        assertThat(machineCard(visitor).getByRole(AriaRole.ALERT)).hasText("A run is going on.");
    }

    @Test
    void whenARunHasEndedThePageLooksForTheCeilingsAgain() {
        ceilings.set(NOT_MEASURED);
        visitor.page().clock().install();
        open(visitor, CALCULATES, Script.NORMAL).run().awaitStage("finished");
        ceilings.set(MEASURED);

        visitor.page().clock().fastForward(10_000);

        assertThat(ceilingsOf(visitor)).hasAttribute("data-state", "MEASURED");
    }

    @Test
    void aMeasuringThatFailedSaysWhyAndCanBeTriedAgain() {
        ceilings.set(FAILED);
        open(visitor, CALCULATES, Script.NORMAL);

        assertThat(machineCard(visitor)).containsText(Pattern.compile("A fork failed\\W+It says why"));
        assertThat(measureButton("Measure now")).isEnabled();
    }

    @Test
    void aMeasuringInDoubtTellsWhenTheNextIsAndThePageFollowsIt() {
        ceilings.set(FAILED.replace("\"compute\"", "\"again\": \"%s\", \"compute\"".formatted(Instant.now())));
        open(visitor, CALCULATES, Script.NORMAL);
        assertThat(machineCard(visitor)).containsText(Pattern.compile(
                "It says why.* \\d\\d:\\d\\d\\b"));

        ceilings.set(MEASURED);

        assertThat(ceilingsOf(visitor).getByRole(AriaRole.STATUS)).containsText("2 January");
    }

    @Test
    void onAPhoneTheRooflineHasLettersAndAListSaysWhatTheyStandFor() {
        Visitor phone = visitor.another(options -> options.setViewportSize(390, 844).setHasTouch(true));
        Card card = open(phone, CALCULATES, Script.NORMAL);
        card.run().awaitStage("finished");

        assertThat(card.chart("Roofline")).isAttached();
        Locator listed = card.article().locator("roofline-figure").getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^[AB]: ")));
        assertThat(listed).hasText(new Pattern[] {
            Pattern.compile("^A: .*50\\.0 GFLOP/s, (50|25) %"), Pattern.compile("^B: .*50\\.0 GFLOP/s, ")});
        assertThat(phone.scrollsSideways()).isFalse();
    }

    @Test
    void aHostedServerIsNotAskedToMeasureAnew() {
        SharedResult.answer(visitor, "/api/site", 200, Map.of(
                "mode", "hosted", "readOnly", false, "efforts", List.of("quick"), "storage", "ok", "busy", false));
        open(visitor, CALCULATES, Script.NORMAL);

        assertThat(ceilingsOf(visitor).getByRole(AriaRole.STATUS)).containsText("2 January");
        assertThat(measureButton("Measure again")).hasCount(0);
    }

    @Test
    void anIdleCardHasNoChartsAndNothingAboveTheViewsMovesWhenItsRunBegins() {
        Card card = open(visitor, CALCULATES, Script.ENDLESS);
        assertThat(card.article().getByRole(AriaRole.IMG)).hasCount(0);
        assertThat(card.headline()).hasAttribute("data-tone", "idle");
        assertThat(card.headline()).containsText("Run ");
        double idle = height(card);
        double answer = answerBelowTheTop(card);

        card.run().awaitStage("measure");

        assertThat(card.view("Why")).isVisible();
        assertThat(answerBelowTheTop(card)).isEqualTo(answer);
        assertThat(height(card)).isGreaterThan(idle + 300);
        assertThat(card.chart("Time per operation")).isAttached();
        assertThat(card.race()).isAttached();
        card.cancel().awaitStage("cancelled");
        assertThat(card.chart("Time per operation")).isAttached();
    }

    @Test
    void aRefusedRunLeavesTheCardFolded() {
        Card card = open(visitor, CALCULATES, Script.NORMAL);
        visitor.answer("/api/runs", Asked::fail);
        card.run();

        assertThat(card.alert()).hasAttribute("data-act", "start");
        assertThat(card.article().locator("card-views .view")).hasCount(0);
    }

    @Test
    void onAPhoneTheMachineCardIsClosedAtFirst() {
        Visitor phone = visitor.another(options -> options.setViewportSize(390, 844).setHasTouch(true));
        open(phone, CALCULATES, Script.NORMAL);

        assertThat(machineCard(phone).getByText("Fake OS")).isHidden();
        machineCard(phone).getByText("This machine").tap();
        assertThat(machineCard(phone).getByRole(AriaRole.REGION)).containsText("one core");
        assertThat(phone.scrollsSideways()).isFalse();
    }

    /// Opens the scripted experiment, each operation of which does that work, or, where it is null, work that is not
    /// counted.
    private Card open(Visitor visitor, Map<String, Integer> work, Script script) {
        return MachineAnswers.open(visitor, work, ceilings::get, script);
    }

    private static Locator machineCard(Visitor visitor) {
        return visitor.page().locator("machine-card");
    }

    private static Locator ceilingsOf(Visitor visitor) {
        return machineCard(visitor).locator(".ceilings");
    }

    private Locator measureButton(String name) {
        return machineCard(visitor).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static double answerBelowTheTop(Card card) {
        return card.answer().boundingBox().y - card.article().boundingBox().y;
    }

    private static double height(Card card) {
        return card.article().boundingBox().height;
    }

    /// Where on the axis of a chart the limits are drawn, from the uppermost line on.
    private static List<Double> limits(Card card, String chart) {
        List<?> places = (List<?>) card.chart(chart).evaluate("""
                canvas => new Promise(drawn => {
                    const look = () => window.Chart?.getChart(canvas)
                        ? drawn(Chart.getChart(canvas).config.options.plugins.marks.lines
                            .filter(({ limit }) => limit).map(({ at }) => at))
                        : requestAnimationFrame(look);
                    look();
                })""");
        return places.stream().map(place -> ((Number) place).doubleValue()).toList();
    }
}
