package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.lanes.run.FakeWorker.Script;
import java.util.regex.Pattern;

/// The card of the scripted experiment where its code can be edited.
record EditedCard(Visitor visitor, Card card) {
    static final String ADDRESS = "/?v=1&section=3&scripted.param.script=" + Script.NORMAL.number();
    /// What the variant "Plain" does.
    static final String ORIGINAL = "return half(size);";

    static EditedCard open(Visitor visitor, String address) {
        Card card = visitor.open(address).card("scripted");
        visitor.page().mouse().move(700, 400);
        card.article().locator(".edit-button").first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return new EditedCard(visitor, card);
    }

    /// The button that opens a method for editing, in the left code.
    Locator edit(String method) {
        return card.button("Edit " + method).first();
    }

    Locator editorHost() {
        return card.article().locator("java-editor");
    }

    Locator editor() {
        return card.article().getByRole(
                AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(Pattern.compile("^Edit ")));
    }

    Locator bar() {
        return card.group("Your edits");
    }

    Locator state() {
        return bar().locator(".edit-state");
    }

    /// The bar of the edited variant in the answer.
    Locator measured() {
        return card.answer().getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("your edit"));
    }

    /// Replaces the whole text by one in which this part is another, as somebody would who pastes it.
    void replace(String text, String with) {
        editor().focus();
        String before = String.join("\n", editorHost().locator(".cm-line").allInnerTexts());
        assertThat(before).contains(text);
        visitor.page().keyboard().press("Control+a");
        editor().evaluate("""
                (place, text) => {
                  const clipboardData = new DataTransfer();
                  clipboardData.setData("text/plain", text);
                  place.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
                }""", before.replace(text, with));
    }

    /// Edits the variant "Plain" and leaves the editor.
    void change(String text, String with) {
        edit("plain").click();
        replace(text, with);
        visitor.page().keyboard().press("Escape");
        assertThat(state()).hasAttribute("data-state", Pattern.compile("done|bad"));
    }

    static int lineOf(String text) {
        String source = Workshop.source();
        return (int) source.substring(0, source.indexOf(text)).lines().count();
    }
}
