package dev.lanes.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/// The words of the field that the guide uses, each with a short definition and the experiment that shows it.
///
/// The file has a heading for each and under it one paragraph, in which `{proof: id}` names the experiment.
public final class Glossary {
    private static final String FILE = "glossary.md";

    private final Remembered<String, List<Term>> terms;

    /// @param id the word in kebab-case, as `{term: id}` has it
    /// @param word as a heading
    /// @param text the definition, plain
    /// @param experiment id of one that shows it
    public record Term(String id, String word, String text, String experiment) {}

    public Glossary(GuideFiles files) {
        this.terms = new Remembered<>(files);
    }

    /// @return in the order of the file; empty if there is none
    /// @throws IllegalStateException if a word has no definition, or no experiment
    public List<Term> terms() {
        return terms.get(FILE, files -> files.read(FILE).map(Glossary::parse).orElse(List.of()));
    }

    /// `cache-line` for "Cache line".
    static String id(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static List<Term> parse(String markdown) {
        List<Term> found = new ArrayList<>();
        Node document = Parser.builder().build().parse(markdown);
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 2) {
                found.add(term(GuideSyntax.words(heading), heading.getNext()));
            }
        }
        return List.copyOf(found);
    }

    private static Term term(String word, Node definition) {
        String[] parts = definition == null ? new String[0] : GuideSyntax.words(definition).split("\\{proof: |}");
        if (parts.length != 2) {
            throw new IllegalStateException("\"%s\" needs a definition that ends in an experiment".formatted(word));
        }
        return new Term(id(word), word, parts[0].strip(), parts[1]);
    }
}
