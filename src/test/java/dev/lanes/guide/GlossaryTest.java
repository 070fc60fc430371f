package dev.lanes.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanes.BesideOthers;
import dev.lanes.annotation.Section;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.catalog.ExperimentClasses;
import dev.lanes.catalog.Sources;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The glossary: short, sorted, and true to guide and catalogue.
@BesideOthers
class GlossaryTest {
    private static final ClassLoader LOADER = GlossaryTest.class.getClassLoader();
    private static final Glossary GLOSSARY = new Glossary(GuideFiles.onClassPath(LOADER, "glossary"));
    private static final int LONGEST = 200;

    @Test
    void aboutFortyTermsStandInTheirOrderEachOnce() {
        assertThat(GLOSSARY.terms()).hasSizeBetween(38, 55);
        assertThat(GLOSSARY.terms()).extracting(Glossary.Term::word)
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER).doesNotHaveDuplicates();
    }

    @Test
    void aDefinitionIsShort() {
        assertThat(GLOSSARY.terms()).allSatisfy(term ->
                assertThat(term.text()).as(term.word()).endsWith(".").hasSizeBetween(25, LONGEST));
    }

    @Test
    void eachIsShownByAnExperimentThatExists() {
        Catalog catalog = new Catalog(ExperimentClasses.listedByJmh(LOADER), Sources.ofTheApp(LOADER));

        assertThat(catalog.experiments()).extracting(ExperimentCard::id)
                .containsAll(GLOSSARY.terms().stream().map(Glossary.Term::experiment).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everySectionUsesTermsAndAllOfThemAreInTheGlossary(Section section) {
        Guide guide = new Guide(GuideFiles.onClassPath(LOADER, "guide"));

        assertThat(Names.terms(guide.html(section).orElseThrow())).isNotEmpty()
                .isSubsetOf(GLOSSARY.terms().stream().map(Glossary.Term::id).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "# G\n\n## Lane\n", "# G\n\n## Lane\nA place.\n", "# G\n\n## Lane\n\n## Core\nA part. {proof: x}\n"
    })
    void aWordWithoutDefinitionOrExperimentIsRefused(String file) {
        assertThatThrownBy(new Glossary(name -> Optional.of(file))::terms)
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("Lane");
    }

    @Test
    void termsInATextAreButtonsWithTheirWordsOrOthers() {
        Guide guide = new Guide(name -> name.endsWith(".svg")
                ? Optional.empty()
                : Optional.of("# Strategy\n\nA {term: cache-line} and {term: lane: lanes}.\n\n"
                        + "{guide: matmul: 9 times}\n"));

        String html = guide.html(Section.STRATEGY).orElseThrow();

        assertThat(html).contains("data-term=\"cache-line\"", ">cache line</button>", ">lanes</button>",
                "<lanes-said experiment=\"matmul\">9 times</lanes-said>");
        assertThat(guide.outline(Section.STRATEGY).orElseThrow().lead()).isEqualTo("A cache line and lanes.");
        assertThat(Stream.of("{term", "{guide").filter(html::contains)).isEmpty();
    }
}
