package dev.lanes.page;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import dev.lanes.Cable;
import dev.lanes.run.FakeWorker.Script;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every state of the page under axe. What axe cannot see is in [ContrastTest] and [KeyboardTest].
@PageTests
class AccessibilityTest {
    private static final String SCRIPTED = "/?v=1&section=3&scripted.workers=1,2&scripted.param.script=";
    private static final String CARD = "#lab-scripted";
    private static final String DIALOG = "dialog[open]";

    private Visitor visitor;
    private Axe axe;

    @BeforeEach
    void arrive(Visitor visitor) {
        this.visitor = visitor;
        this.axe = new Axe(visitor.page());
    }

    @Test
    void axeFindsNothingInAnyStateOfARun() throws IOException {
        Card card = open(Script.ENDLESS);
        axe.look("idle");
        card.set("Size", 9000);
        axe.lookAtADesk("a control out of its range", "run-controls");
        card.set("Size", 512);

        String other = runOfAnother();
        card.run().awaitStage("queued");
        axe.lookOnAPhone("queued", CARD);
        visitor.page().request().delete("/api/runs/" + other);
        card.awaitStage("measure");
        axe.look("measuring");
        card.cancel().awaitStage("cancelled");
        axe.lookAtADesk("cancelled", CARD);

        open(Script.CRASH).run().awaitStage("failed");
        axe.lookOnAPhone("failed", CARD);
        visitor.page().locator("section-page queue-button button").click();
        visitor.page().locator("queue-strip").getByText("Close").waitFor();
        axe.lookAtADesk("a section that was run");
        lookAtALostConnection();
        axe.assertNothingFound();
    }

    @Test
    void axeFindsNothingInAFinishedRunAndItsDialogs() {
        Card card = MachineAnswers.open(visitor, MachineAnswers.CALCULATES, () -> MachineAnswers.MEASURED, Script.NORMAL);
        card.run().awaitStage("finished");
        card.chart("Roofline").waitFor();
        for (String view : List.of("Scaling", "Cases", "Samples", "Timeline", "Race", "Table", "How it was measured", "Why")) {
            card.view(view).locator("*").first().waitFor();
            axe.lookAtADesk("finished, with the view: " + view, "card-views");
        }

        openEveryFold();
        card.tab("Left code", "One per worker").click();
        axe.look("finished, all folds open and another tab chosen");
        visitor.page().keyboard().press("?");
        axe.lookOnAPhone("the list of shortcuts", DIALOG);
        visitor.page().keyboard().press("Escape");
        card.button("Share or export").click();
        visitor.page().locator("[data-act=store]").click();
        visitor.page().locator("[data-act=pack]").click();
        visitor.page().locator("[data-what=packed]").waitFor();
        axe.look("the dialog for sharing", DIALOG);
        axe.assertNothingFound();
    }

    @Test
    void axeFindsNothingInStoredAndSharedResults() {
        SharedResult result = SharedResult.measure(visitor).storedFor(visitor);
        result.elsewhere(SharedResult.OTHER_ID, "Other CPU", 2).storedFor(visitor);
        result.recordedFor(visitor);

        visitor.openResult("/r#runs");
        visitor.page().locator(".runs").waitFor();
        axe.lookOnAPhone("the stored runs");
        visitor.openResult("/r#machines");
        axe.lookAtADesk("recorded runs");
        visitor.openResult("/r/" + SharedResult.ID);
        openEveryFold();
        axe.lookAtADesk("a shared result");
        visitor.openResult("/r#r=%s&r=%s".formatted(SharedResult.ID, SharedResult.OTHER_ID));
        visitor.page().locator("compare-board").waitFor();
        openEveryFold();
        axe.look("a comparison");
        visitor.page().navigate("/embed/" + SharedResult.ID);
        visitor.page().getByRole(AriaRole.IMG).waitFor();
        axe.lookOnAPhone("in a frame");
        axe.assertNothingFound();
    }

    private Card open(Script script) {
        return visitor.open(SCRIPTED + script.number()).card();
    }

    private String runOfAnother() {
        return SharedResult.parse(visitor.page().request().post("/api/runs", RequestOptions.create().setData(Map.of(
                        "experiment", "scripted", "variants", List.of("plain"),
                        "params", Map.of("script", Script.ENDLESS.number())))))
                .get("id").getAsString();
    }

    private void lookAtALostConnection() throws IOException {
        try (Cable cable = Cable.to(visitor.server())) {
            Card card = visitor.open(cable.address(SCRIPTED + Script.ENDLESS.number())).card();
            card.run().awaitStage("measure");
            cable.cut();
            card.awaitStage("lost");
            axe.lookOnAPhone("connection lost", CARD);
        }
    }

    private void openEveryFold() {
        visitor.page().evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
    }
}
