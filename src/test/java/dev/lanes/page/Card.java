package dev.lanes.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// An experiment on the page, in a visitor's words.
///
/// @param article the element that holds all of it
record Card(Locator article) {
    /// A quick run of a few cases, forks included, on a busy machine.
    private static final double PATIENCE_MILLIS = 60_000;
    /// A second click within this time after Run is taken for a double click, and does not cancel.
    private static final double DOUBLE_CLICK_MILLIS = 700;
    /// The groups of controls behind a button.
    private static final Set<String> FOLDED = Set.of("Variants", "Pools", "Workers");
    /// In which view each chart is.
    private static final Map<String, String> VIEWS = Map.of(
            "Time per operation", "Cases", "Speedup against", "Cases", "Speedup over workers", "Scaling",
            "Time of a call", "From cold", "Every sample", "Samples", "Roofline", "Roofline");

    Locator heading() {
        return article.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(2));
    }

    Locator button(String name) {
        return article.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator number(String label) {
        return article.getByRole(AriaRole.SPINBUTTON, new Locator.GetByRoleOptions().setName(label));
    }

    /// The slider of a number: it shows while its field has the focus.
    Locator slider(String label) {
        number(label).focus();
        return article.getByRole(AriaRole.SLIDER, new Locator.GetByRoleOptions().setName(label));
    }

    /// Types a number and leaves its field.
    Card set(String label, long value) {
        number(label).fill(Long.toString(value));
        number(label).blur();
        return this;
    }

    /// Ticks exactly these boxes of a group such as "Workers".
    Card choose(String group, String... labels) {
        Set<String> wanted = Set.of(labels);
        for (Locator box : group(group).getByRole(AriaRole.CHECKBOX).all()) {
            // The visible part of it: a click there waits until the page no longer scrolls.
            Locator label = box.locator("xpath=following-sibling::span");
            label.setChecked(wanted.contains(label.innerText().strip()));
        }
        assertThat(group(group).getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setChecked(true)))
                .hasCount(wanted.size());
        return this;
    }

    /// Chooses "Quick", "Standard" or "Thorough".
    Card effort(String label) {
        article.getByText(label, new Locator.GetByTextOptions().setExact(true)).click();
        return this;
    }

    /// A group of controls; those that are folded away are shown.
    Locator group(String name) {
        Locator fold = article.locator(".choose");
        if (FOLDED.contains(name) && "false".equals(fold.getAttribute("aria-expanded"))) {
            fold.click();
        }
        return article.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Card run() {
        button("Run").click();
        return this;
    }

    /// Cancels as soon as that is not taken for a double click on Run.
    Card cancel() {
        article.page().waitForTimeout(DOUBLE_CLICK_MILLIS);
        button("Cancel").press("Enter");
        return this;
    }

    /// The line that says what the run is doing.
    Locator status() {
        return article.locator(".status");
    }

    /// Waits until the run has come to one of these stages.
    Card awaitStage(String... stages) {
        assertThat(status()).hasAttribute("data-stage", Pattern.compile(String.join("|", stages)),
                new HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
        return this;
    }

    /// Waits until the speedup of that many cases is known.
    Card awaitFigures(int cases) {
        assertThat(chart("Speedup against")).hasAttribute("aria-label",
                Pattern.compile("(\\([\\d.,]+-[\\d.,]+\\).*){" + cases + "}"),
                new HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
        return this;
    }

    Locator alert() {
        return article.getByRole(AriaRole.ALERT);
    }

    /// The tabs above a code: "Left code" or "Right code".
    Locator tabs(String side) {
        article.scrollIntoViewIfNeeded();
        return article.getByRole(AriaRole.TABLIST, new Locator.GetByRoleOptions().setName(side).setExact(true));
    }

    Locator tab(String side, String variant) {
        return tabs(side).getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(variant).setExact(true));
    }

    /// The pieces of code that are cut from a file such as "RowVsColumn.java" and are open.
    Locator code(String file) {
        article.scrollIntoViewIfNeeded();
        return article.getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("/" + file));
    }

    /// The answer in words.
    Locator answer() {
        return region("Answer");
    }

    /// One line of why: "trust", "check", "verdict" or "limit". Its `data-light` is "none" until it is known.
    Locator part(String name) {
        return view("Why").locator("[data-part=" + name + "]");
    }

    /// One of the views below the codes, such as "Why", opened.
    Locator view(String name) {
        Locator tab = article.getByRole(AriaRole.TAB, new Locator.GetByRoleOptions().setName(name).setExact(true)).first();
        if ("false".equals(tab.getAttribute("aria-selected"))) {
            tab.click();
        }
        return article.getByRole(AriaRole.TABPANEL, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /// The large figure of the answer, with its words.
    Locator headline() {
        return answer().locator(".big");
    }

    Locator race() {
        view("Race");
        return region("Race");
    }

    private Locator region(String name) {
        return article.getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name + ": ")));
    }

    /// A chart, by how its heading begins; its view is opened.
    Locator chart(String heading) {
        Locator chart = article.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName(heading));
        if (chart.count() == 0) {
            view(VIEWS.get(heading));
        }
        return chart;
    }

    /// The figures of a chart: the rows of the table under it, its head left out.
    List<List<String>> table(String heading) {
        chart(heading).waitFor();
        Locator table = article.getByRole(AriaRole.TABLE, new Locator.GetByRoleOptions().setName(heading));
        if (!table.isVisible()) {
            article.getByText("Data table: " + heading).click();
        }
        return table.locator("tbody tr").all().stream()
                .map(row -> row.locator("th, td").allInnerTexts())
                .toList();
    }
}
