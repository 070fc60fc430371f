package dev.lanes.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// Finds the guide's own syntax in a parsed text, puts its nodes in place and notes which cards it places.
final class GuideSyntax extends AbstractVisitor {
    private static final String NAME = ": ([a-z0-9-]+)}";
    private static final Pattern BLOCK = Pattern.compile("\\{(experiment|picture)" + NAME);
    private static final Pattern INLINE =
            Pattern.compile("\\{(here|proof|guess|term|guide): ([a-z0-9-]+)(?:: ([^}]+))?}");
    private static final int LONGEST_NAME = 60;
    /// The element of the box of `- [ ] text`.
    static final String TICK = "lanes-tick";

    private final UnaryOperator<String> picture;
    /// Ids of the experiments whose cards the text places, in its order.
    final List<String> placed = new ArrayList<>();

    /// @param picture a picture's SVG by its name; it throws where there is none
    GuideSyntax(UnaryOperator<String> picture) {
        this.picture = picture;
    }

    @Override
    public void visit(Paragraph paragraph) {
        Optional<MatchResult> directive = block(paragraph);
        if (directive.isEmpty()) {
            visitChildren(paragraph);
            return;
        }
        String name = directive.get().group(2);
        if (directive.get().group(1).equals("experiment")) {
            placed.add(name);
            paragraph.insertBefore(GuideNodes.Block.card(name));
        } else {
            paragraph.insertBefore(GuideNodes.Block.picture(picture.apply(name)));
        }
        paragraph.unlink();
    }

    @Override
    public void visit(Text text) {
        Matcher found = INLINE.matcher(text.getLiteral());
        int end = 0;
        while (found.find()) {
            before(text, text.getLiteral().substring(end, found.start()));
            text.insertBefore(inline(found.group(1), found.group(2), found.group(3)));
            end = found.end();
        }
        if (end > 0) {
            before(text, text.getLiteral().substring(end));
            text.unlink();
        }
    }

    /// What stands for words in braces:
    ///
    /// - `{term: id}`, a word of the glossary, or `{term: id: as it stands here}`
    /// - `{guide: id: figure}`, what the guide says of an experiment, covered until the visitor has guessed
    /// - `{here: id}`, the figure of this browser's last run, `{guess: id}`, what the visitor guessed, or
    ///   `{proof: id}`, the first of them behind a link to the card
    private static Node inline(String kind, String name, String words) {
        return switch (kind) {
            case "term" -> around(
                    new GuideNodes.Element("button", Map.of("type", "button", "class", "term", "data-term", name)),
                    words == null ? name.replace('-', ' ') : words);
            case "guide" -> around(figure("lanes-said", name), words == null ? "" : words);
            case "guess" -> figure("lanes-guessed", name);
            default -> figure("lanes-" + kind, name);
        };
    }

    private static GuideNodes.Element figure(String tag, String experiment) {
        return new GuideNodes.Element(tag, Map.of("experiment", experiment));
    }

    private static Node around(Node node, String words) {
        node.appendChild(new Text(words));
        return node;
    }

    @Override
    public void visit(ListItem item) {
        visitChildren(item);
        if (item.getFirstChild() instanceof TaskListItemMarker marker && marker.getNext() instanceof Paragraph line) {
            marker.unlink();
            tick(line);
        }
    }

    @Override
    public void visit(CustomBlock block) {
        visitChildren(block);
        if (block instanceof TableBlock) {
            GuideNodes.Block wide = GuideNodes.Block.wide();
            block.insertBefore(wide);
            wide.appendChild(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
    }

    private static Optional<MatchResult> block(Paragraph paragraph) {
        boolean alone = paragraph.getFirstChild() == paragraph.getLastChild();
        boolean atTheTop = paragraph.getParent() instanceof Document;
        if (!alone || !atTheTop || !(paragraph.getFirstChild() instanceof Text text)) {
            return Optional.empty();
        }
        Matcher found = BLOCK.matcher(text.getLiteral().strip());
        return found.matches() ? Optional.of(found.toMatchResult()) : Optional.empty();
    }

    private static void before(Text text, String literal) {
        if (!literal.isEmpty()) {
            text.insertBefore(new Text(literal));
        }
    }

    /// Puts a box before a line, and its words up to the first figure into the box's label. The name of both is made of
    /// those words, so that a tick stays where lines are added or moved.
    private static void tick(Paragraph line) {
        List<Node> words = new ArrayList<>();
        for (Node node = line.getFirstChild(); node != null && !isFigure(node); node = node.getNext()) {
            words.add(node);
        }
        String name = name(words);
        GuideNodes.Element label = new GuideNodes.Element("label", Map.of("for", "tick-" + name));
        words.forEach(label::appendChild);
        line.prependChild(label);
        line.prependChild(new GuideNodes.Element(TICK, Map.of("name", name)));
    }

    /// Whether the page fills it: it has no words of its own.
    private static boolean isFigure(Node node) {
        return node instanceof GuideNodes.Element && node.getFirstChild() == null;
    }

    private static String name(List<Node> words) {
        String name = Glossary.id(words.stream().map(GuideSyntax::words).collect(Collectors.joining()));
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /// What a node says, without its marks.
    static String words(Node node) {
        return switch (node) {
            case Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            case SoftLineBreak ignored -> " ";
            default -> {
                StringBuilder all = new StringBuilder();
                for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                    all.append(words(child));
                }
                yield all.toString();
            }
        };
    }
}
