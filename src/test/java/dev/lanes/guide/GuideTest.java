package dev.lanes.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanes.lab.Section;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuideTest {
    private final Guide samples = new Guide(GuideFiles.onClassPath(getClass().getClassLoader(), "guide-sample"));

    @Test
    void whatATextPlacesIsKnownWithoutItsPicturesAndTheSameAsInItsHtml() {
        assertThat(samples.placed(Section.VECTORISATION))
                .isEqualTo(samples.text(Section.VECTORISATION).orElseThrow().placed());
        assertThat(samples.placed(Section.STRATEGY)).isEmpty();
        Guide lost = new Guide(name -> Optional.of("# Vectorisation\n\nLead.\n\n{picture: lost}\n\n{experiment: one}\n"));
        assertThat(lost.placed(Section.VECTORISATION)).containsExactly("one");
    }

    @Test
    void aSectionWithoutAFileHasNoText() {
        assertThat(samples.text(Section.STRATEGY)).isEmpty();
    }

    @Test
    void theTitleStaysOutAndTheLeadComesAsWordsAndAsHtml() {
        SectionText text = samples.text(Section.MEMORY_AND_CACHE).orElseThrow();

        assertThat(text.lead()).isEqualTo("Numbers come in lines. This is the lead on two lines, with code.");
        assertThat(text.html()).startsWith("<p class=\"lead\">Numbers come in lines. This is <em>the</em> lead")
                .doesNotContain("<h1");
    }

    @Test
    void cardsStandAtTheTopLevelInTheOrderOfTheText() {
        SectionText text = samples.text(Section.VECTORISATION).orElseThrow();

        assertThat(text.placed()).containsExactly("plainest");
        assertThat(text.html()).containsPattern(
                "paragraphs\\.</p>\\s+<lanes-card experiment=\"plainest\"></lanes-card>\\s+<p>The other one");
    }

    @Test
    void figuresAndProofsStandWhereTheyAreWritten() {
        SectionText text = samples.text(Section.VECTORISATION).orElseThrow();

        assertThat(text.mentioned()).containsExactlyInAnyOrder("plainest", "scripted");
        assertThat(text.html())
                .contains("in its lead: <lanes-here experiment=\"plainest\"></lanes-here>.</p>")
                .contains("elsewhere: <lanes-proof experiment=\"scripted\"></lanes-proof>.</p>")
                .contains("<td data-head=\"here\"><lanes-here experiment=\"scripted\"></lanes-here></td>");
    }

    @Test
    void aTableMayScrollByItself() {
        assertThat(samples.text(Section.VECTORISATION).orElseThrow().html()).containsPattern(
                "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">\\s*<table>");
    }

    @Test
    void aPictureIsPartOfThePage() {
        assertThat(samples.text(Section.VECTORISATION).orElseThrow().html())
                .contains("<figure class=\"picture\"><svg xmlns")
                .contains("<text x=\"40\" y=\"68\" font-size=\"18\" fill=\"currentColor\" data-cache=\"L1\">")
                .doesNotContain("<?xml");
    }

    @Test
    void aTickIsNamedByItsWordsAndEndsWhereItsProofsBegin() {
        SectionText text = samples.text(Section.MEMORY_AND_CACHE).orElseThrow();

        assertThat(text.ticks()).containsExactly("read-rows-in-order", "measure-before-you-change-anything");
        assertThat(text.html()).contains("""
                <li class="tick"><lanes-tick name="read-rows-in-order"></lanes-tick>\
                <label for="tick-read-rows-in-order">Read <code>rows</code> in order. </label>\
                <lanes-proof experiment="scripted"></lanes-proof>""");
    }

    @Test
    void htmlInATextIsTextAndALinkCannotRunAnything() {
        assertThat(samples.text(Section.MEMORY_AND_CACHE).orElseThrow().html())
                .contains("&lt;b onclick=&quot;x()&quot;&gt;Not bold&lt;/b&gt;")
                .doesNotContain("javascript:");
    }

    @Test
    void aDirectiveInsideALineIsNoCard() {
        SectionText text = written(
                "# Strategy\n\nA lead.\n\nSee {experiment: matmul} there.\n\n- {experiment: relu}\n");

        assertThat(text.placed()).isEmpty();
        assertThat(text.html()).contains("{experiment: matmul}").contains("{experiment: relu}");
    }

    @Test
    void aWrongTitleAMissingLeadAndAnUnknownPictureAreNamed() {
        assertThatThrownBy(() -> written("# Tactics\n\nA lead.\n"))
                .hasMessage("10-strategy.md has to begin with the heading \"Strategy\"");
        assertThatThrownBy(() -> written("# Strategy\n\n- a list\n"))
                .hasMessage("10-strategy.md has no lead paragraph under its title");
        assertThatThrownBy(() -> written("# Strategy\n\nA lead.\n\n{picture: steps}\n"))
                .hasMessage("There is no picture \"steps\"");
    }

    private static SectionText written(String markdown) {
        Map<String, String> files = Map.of("10-strategy.md", markdown);
        return new Guide(name -> Optional.ofNullable(files.get(name))).text(Section.STRATEGY).orElseThrow();
    }
}
