package dev.lanes.guide;

import dev.lanes.annotation.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// The guide's sections as HTML, made from their Markdown files when they are first asked for, and again when a file
/// has changed.
///
/// A file begins with the section's title as a heading and a lead paragraph. HTML in it is escaped. What it may hold
/// beyond CommonMark is in [GuideNodes].
public final class Guide {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), TaskListItemsExtension.create());

    private final Remembered<Section, Optional<String>> texts;
    private final Remembered<Section, Optional<Outline>> outlines;
    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();

    /// What is known of a section's text without rendering it.
    ///
    /// @param lead its first paragraph, as plain text
    /// @param placed ids of the experiments whose cards it places, in its order
    public record Outline(String lead, List<String> placed) {}

    public Guide(GuideFiles files) {
        this.texts = new Remembered<>(files);
        this.outlines = new Remembered<>(files);
    }

    /// @param number as an address has it
    public static Optional<Section> section(String number) {
        return Stream.of(Section.values())
                .filter(section -> Integer.toString(section.number()).equals(number))
                .findFirst();
    }

    /// @return the name of the section's file: its number and its title, `05-memory-and-cache.md`
    public static String fileName(Section section) {
        String title = section.title().toLowerCase(Locale.ROOT).replace(' ', '-');
        return String.format(Locale.ROOT, "%02d-%s.md", section.number(), title);
    }

    /// @return all of the section's text but its title, as HTML; where an experiment's card belongs there is a
    ///     `<lanes-card>` at the top level; empty where the section has no text yet
    /// @throws IllegalStateException where its title is not the section's, it has no lead or a picture is missing
    public Optional<String> html(Section section) {
        return texts.get(section, files ->
                files.read(fileName(section)).map(markdown -> render(section, markdown, files)));
    }

    /// @return empty if the section has no text yet
    public Optional<Outline> outline(Section section) {
        return outlines.get(section, files -> files.read(fileName(section)).map(markdown -> {
            Node document = parser.parse(markdown);
            GuideSyntax syntax = new GuideSyntax(name -> "");
            document.accept(syntax);
            return new Outline(GuideSyntax.words(lead(section, document)).strip(), List.copyOf(syntax.placed));
        }));
    }

    private String render(Section section, String markdown, GuideFiles files) {
        Node document = parser.parse(markdown);
        document.accept(new GuideSyntax(name -> picture(name, files)));
        Paragraph lead = lead(section, document);
        document.getFirstChild().unlink();
        return renderer(lead).render(document);
    }

    /// The paragraph under the title.
    private static Paragraph lead(Section section, Node document) {
        if (!(document.getFirstChild() instanceof Heading title && GuideSyntax.words(title).equals(section.title()))) {
            throw new IllegalStateException(
                    "%s has to begin with the heading \"%s\"".formatted(fileName(section), section.title()));
        }
        if (!(title.getNext() instanceof Paragraph lead)) {
            throw new IllegalStateException(fileName(section) + " has no lead paragraph under its title");
        }
        return lead;
    }

    private static HtmlRenderer renderer(Paragraph lead) {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> new GuideAttributes(lead))
                .nodeRendererFactory(context -> new GuideHtml(context, context.getWriter()))
                .extensions(EXTENSIONS)
                .build();
    }

    private static String picture(String name, GuideFiles files) {
        String svg = files.read("pictures/%s.svg".formatted(name))
                .orElseThrow(() -> new IllegalStateException("There is no picture \"%s\"".formatted(name)));
        return svg.substring(svg.indexOf("<svg")).strip();
    }
}
