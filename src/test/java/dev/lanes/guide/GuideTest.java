package dev.lanes.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanes.annotation.Section;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTest {
    @TempDir
    Path folder;

    private final Guide samples = new Guide(GuideFiles.onClassPath(getClass().getClassLoader(), "guide-sample"));

    @Test
    void whatATextPlacesIsKnownWithoutItsPicturesAndTheSameAsInItsHtml() {
        assertThat(samples.outline(Section.VECTORISATION).orElseThrow().placed())
                .isEqualTo(Names.placed(samples.html(Section.VECTORISATION).orElseThrow()));
        assertThat(samples.outline(Section.STRATEGY)).isEmpty();
        Guide lost = new Guide(name -> Optional.of("# Vectorisation\n\nLead.\n\n{picture: lost}\n\n{experiment: one}\n"));
        assertThat(lost.outline(Section.VECTORISATION).orElseThrow().placed()).containsExactly("one");
    }

    @Test
    void aFileIsReadOnceUntilItChanges() {
        AtomicInteger readings = new AtomicInteger();
        AtomicLong version = new AtomicLong();
        Guide guide = new Guide(new GuideFiles() {
            @Override
            public Optional<String> read(String name) {
                readings.incrementAndGet();
                return Optional.of("# Vectorisation\n\nLead.\n\n{experiment: number-%d}\n".formatted(version.get()));
            }

            @Override
            public long version(String name) {
                return version.get();
            }
        });

        assertThat(guide.outline(Section.VECTORISATION).orElseThrow().placed()).containsExactly("number-0");
        assertThat(guide.outline(Section.VECTORISATION).orElseThrow().placed()).containsExactly("number-0");
        assertThat(readings).as("placed").hasValue(1);
        version.set(5);
        assertThat(guide.outline(Section.VECTORISATION).orElseThrow().placed()).containsExactly("number-5");
        assertThat(readings).as("placed after a change").hasValue(2);
        assertThat(guide.html(Section.VECTORISATION)).isEqualTo(guide.html(Section.VECTORISATION));
        assertThat(readings).as("and the text").hasValue(3);
    }

    @Test
    void aTextIsMadeAnewWhenOneOfItsPicturesChanges() {
        AtomicLong version = new AtomicLong();
        Guide guide = new Guide(new GuideFiles() {
            @Override
            public Optional<String> read(String name) {
                return Optional.of(name.endsWith(".svg")
                        ? "<svg>%d</svg>".formatted(version.get())
                        : "# Vectorisation\n\nLead.\n\n{picture: one}\n");
            }

            @Override
            public long version(String name) {
                return name.endsWith(".svg") ? version.get() : 0;
            }
        });

        assertThat(guide.html(Section.VECTORISATION).orElseThrow()).contains("<svg>0</svg>");
        version.set(1);
        assertThat(guide.html(Section.VECTORISATION).orElseThrow()).contains("<svg>1</svg>");
    }

    @Test
    void aFileOnDiskHasANewVersionAfterAnEditAndOneInAJarNever() throws Exception {
        Path file = Files.writeString(Files.createDirectory(folder.resolve("texts")).resolve("a.md"), "one");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        Path jar = folder.resolve("texts.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("texts/a.md"));
            out.write("one".getBytes());
            out.closeEntry();
        }
        try (URLClassLoader onDisk = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
                URLClassLoader inJar = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            GuideFiles edited = GuideFiles.onClassPath(onDisk, "texts");
            GuideFiles packed = GuideFiles.onClassPath(inJar, "texts");
            long before = edited.version("a.md");
            long packedBefore = packed.version("a.md");
            Files.setLastModifiedTime(file, FileTime.fromMillis(2_000));
            Files.setLastModifiedTime(jar, FileTime.fromMillis(2_000));

            assertThat(edited.version("a.md")).isNotEqualTo(before);
            assertThat(packed.version("a.md")).isEqualTo(packedBefore);
            assertThat(edited.version("none.md")).isEqualTo(edited.version("none.md"));
        }
    }

    @Test
    void aSectionWithoutAFileHasNoText() {
        assertThat(samples.html(Section.STRATEGY)).isEmpty();
    }

    @Test
    void theTitleStaysOutAndTheLeadComesAsWordsAndAsHtml() {
        String html = samples.html(Section.MEMORY_AND_CACHE).orElseThrow();

        assertThat(samples.outline(Section.MEMORY_AND_CACHE).orElseThrow().lead())
                .isEqualTo("Numbers come in lines. This is the lead on two lines, with code.");
        assertThat(html).startsWith("<p class=\"lead\">Numbers come in lines. This is <em>the</em> lead")
                .doesNotContain("<h1");
    }

    @Test
    void cardsStandAtTheTopLevelInTheOrderOfTheText() {
        String html = samples.html(Section.VECTORISATION).orElseThrow();

        assertThat(Names.placed(html)).containsExactly("plainest");
        assertThat(html).containsPattern(
                "paragraphs\\.</p>\\s+<lanes-card experiment=\"plainest\"></lanes-card>\\s+<p>The other one");
    }

    @Test
    void figuresAndProofsStandWhereTheyAreWritten() {
        String html = samples.html(Section.VECTORISATION).orElseThrow();

        assertThat(Names.mentioned(html)).containsOnly("plainest", "scripted");
        assertThat(html)
                .contains("in its lead: <lanes-here experiment=\"plainest\"></lanes-here>.</p>")
                .contains("elsewhere: <lanes-proof experiment=\"scripted\"></lanes-proof>.</p>")
                .contains("<td data-head=\"here\"><lanes-here experiment=\"scripted\"></lanes-here></td>");
    }

    @Test
    void aTableMayScrollByItself() {
        assertThat(samples.html(Section.VECTORISATION).orElseThrow()).containsPattern(
                "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">\\s*<table>");
    }

    @Test
    void aPictureIsPartOfThePage() {
        assertThat(samples.html(Section.VECTORISATION).orElseThrow())
                .contains("<figure class=\"picture\"><svg xmlns")
                .contains("<text x=\"40\" y=\"68\" font-size=\"18\" fill=\"currentColor\" data-cache=\"L1\">")
                .doesNotContain("<?xml");
    }

    @Test
    void aTickIsNamedByItsWordsAndEndsWhereItsProofsBegin() {
        String html = samples.html(Section.MEMORY_AND_CACHE).orElseThrow();

        assertThat(Names.ticks(html)).containsExactly("read-rows-in-order", "measure-before-you-change-anything");
        assertThat(html).contains("""
                <li class="tick"><lanes-tick name="read-rows-in-order"></lanes-tick>\
                <label for="tick-read-rows-in-order">Read <code>rows</code> in order. </label>\
                <lanes-proof experiment="scripted"></lanes-proof>""");
    }

    @Test
    void htmlInATextIsTextAndALinkCannotRunAnything() {
        assertThat(samples.html(Section.MEMORY_AND_CACHE).orElseThrow())
                .contains("&lt;b onclick=&quot;x()&quot;&gt;Not bold&lt;/b&gt;")
                .doesNotContain("javascript:");
    }

    @Test
    void aDirectiveInsideALineIsNoCard() {
        String html = written(
                "# Strategy\n\nA lead.\n\nSee {experiment: matmul} there.\n\n- {experiment: relu}\n");

        assertThat(Names.placed(html)).isEmpty();
        assertThat(html).contains("{experiment: matmul}").contains("{experiment: relu}");
    }

    @Test
    void aWrongTitleAMissingLeadAndAnUnknownPictureAreNamed() {
        assertThatThrownBy(() -> written("# Tactics\n\nA lead.\n"))
                .hasMessageContaining("10-strategy.md").hasMessageContaining("\"Strategy\"");
        assertThatThrownBy(() -> written("# Strategy\n\n- a list\n"))
                .hasMessageContaining("10-strategy.md").hasMessageContaining("lead");
        assertThatThrownBy(() -> written("# Strategy\n\nA lead.\n\n{picture: steps}\n"))
                .hasMessageContaining("\"steps\"");
    }

    private static String written(String markdown) {
        Map<String, String> files = Map.of("10-strategy.md", markdown);
        return new Guide(name -> Optional.ofNullable(files.get(name))).html(Section.STRATEGY).orElseThrow();
    }
}
