package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.lanes.run.FakeWorker.Script;
import org.junit.jupiter.api.Test;

/// The page under its own Content Security Policy, and in a stranger's frame.
@PageTests
class PolicyTest {

    @Test
    void aWholeRunBreaksNoRuleOfThePolicy(Visitor visitor) {
        Card card = visitor.open("/?v=1&section=3&scripted.param.script=" + Script.NORMAL.number()).card();
        card.run().awaitStage("finished");

        assertThat(card.answer()).isVisible();
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aScriptThatSomebodySmugglesInDoesNotRun(Visitor visitor) {
        visitor.open("/");
        visitor.page().evaluate("""
                () => {
                  const script = document.createElement("script");
                  script.textContent = "document.title = 'smuggled'";
                  document.body.append(script);
                }""");

        assertThat(visitor.page().title()).isNotEqualTo("smuggled");
        assertThat(visitor.complaints()).anyMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    @Test
    void aStrangersFrameShowsNothing(Visitor visitor) {
        Page stranger = visitor.page();
        stranger.setContent("<iframe src='" + visitor.server() + "' title='Lanes'></iframe>");
        stranger.waitForCondition(() -> !visitor.complaints().isEmpty());

        Frame framed = stranger.frames().getLast();
        assertThat(framed.getByRole(AriaRole.NAVIGATION)).hasCount(0);
        assertThat(visitor.complaints()).anyMatch(complaint -> complaint.contains("frame"));
    }
}
