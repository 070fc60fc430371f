package dev.lanes.guide;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.annotation.Section;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.catalog.ExperimentClasses;
import dev.lanes.catalog.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The guide's own ten texts: whole, and true to the catalogue of experiments.
class TheGuideTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "guide");
    private static final ClassLoader LOADER = TheGuideTest.class.getClassLoader();
    private static final Guide GUIDE = new Guide(GuideFiles.onClassPath(LOADER, "guide"));
    private static final Map<String, ExperimentCard> EXPERIMENTS =
            new Catalog(ExperimentClasses.listedByJmh(LOADER), Sources.ofTheApp(LOADER)).experiments().stream()
                    .collect(toMap(ExperimentCard::id, card -> card));

    @Test
    void everyFileIsTheTextOfASection() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".md")))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Section.values()).map(Guide::fileName).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTextPlacesExperimentsOfItsOwnSectionAndEachOnce(Section section) {
        assertThat(Names.placed(html(section))).isNotEmpty().doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(EXPERIMENTS.get(id).section()).isEqualTo(section));
    }

    /// A new one that no text places yet stands at the end of its section.
    @Test
    void allExperimentsOfTheGuideAreInItsTexts() {
        assertThat(Stream.of(Section.values()).flatMap(section -> Names.placed(html(section)).stream()))
                .hasSizeGreaterThanOrEqualTo(34);
    }

    /// Screen readers say it with every cell of the column.
    @ParameterizedTest
    @EnumSource
    void everyColumnOfATableHasAHead(Section section) {
        assertThat(html(section)).doesNotContain("<th></th>");
    }

    @ParameterizedTest
    @EnumSource
    void aTextMentionsOnlyExperimentsThatExist(Section section) {
        assertThat(EXPERIMENTS.keySet()).containsAll(Names.mentioned(html(section)));
    }

    @ParameterizedTest
    @EnumSource
    void nothingInBracesIsLeftOver(Section section) {
        assertThat(html(section)).doesNotContainPattern("\\{[a-z]+:");
    }

    @ParameterizedTest
    @EnumSource
    void everyPictureHasATextAlternative(Section section) {
        List<String> pictures = Stream.of(html(section).split("<figure class=\"picture\">")).skip(1).toList();

        assertThat(pictures).isNotEmpty().allSatisfy(picture -> assertThat(picture)
                .containsPattern("<svg[^>]* role=\"img\"")
                .containsPattern("<title[^>]*>\\s*\\S")
                .containsPattern("<desc[^>]*>\\s*\\S"));
    }

    @Test
    void noTwoTicksShareAName() {
        assertThat(Stream.of(Section.values()).flatMap(section -> Names.ticks(html(section)).stream()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    /// The column "guide's figure" of the catalogue of experiments.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sandwiches       | 200; 50; 4
            add-lists        | 500 ms; 500
            matmul           | 3,638 ms; 0.12 ms; 31,539
            simd-width       | 4; 1
            image-batch      | 4; 4
            neural-batch     | 49.68; 50.07; 50.08; 50.20; 0.99
            tiny-tasks       | 0.48; 9.40 ms; 19.5; 0.005; 1000
            memory-copy      | 6.08; 3.73 ms; 1.63
            large-matmul     | 2-8
            contiguous       | 10-50 %
            chunks           | 10-50 %
            over-synchronise | 1000
            too-many-threads | 8
            strategy         | 100-10,000; 2-8; 10-50 %; 100-1000
            """)
    void theGuidesFiguresStandInTheTextOrInTheClaim(String id, String figures) throws IOException {
        ExperimentCard.Claim claim = EXPERIMENTS.get(id).claim();
        String told = evened(everyText() + claim.text() + " " + claim.guideFigure());

        assertThat(figures.split("; "))
                .allSatisfy(figure -> assertThat(told).containsPattern("(?<![\\d.])" + evened(figure) + "(?!\\d)"));
    }

    private static String html(Section section) {
        return GUIDE.html(section).orElseThrow(() -> new AssertionError("There is no " + Guide.fileName(section)));
    }

    private static String everyText() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Section section : Section.values()) {
            all.append(Files.readString(FOLDER.resolve(Guide.fileName(section)))).append(' ');
        }
        return all.toString();
    }

    /// Without the ways in which the same figure can be written: thousands, spaces, dashes, "to".
    private static String evened(String text) {
        return text.replaceAll("(?<=\\d),(?=\\d{3})", "")
                .replaceAll("\\s*(?:\u2013|-|\\bto\\b)\\s*(?=\\d)", "-")
                .replaceAll("\\s+", " ")
                .replace(" %", "%");
    }
}
