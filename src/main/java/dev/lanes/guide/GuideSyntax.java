package dev.lanes.guide;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/// Finds the guide's own syntax in a parsed text, puts its nodes in place and notes what it refers to.
final class GuideSyntax extends AbstractVisitor {
    private static final String NAME = ": ([a-z0-9-]+)}";
    private static final Pattern BLOCK = Pattern.compile("\\{(experiment|picture)" + NAME);
    private static final Pattern INLINE =
            Pattern.compile("\\{(here|proof|guess|term|guide): ([a-z0-9-]+)(?:: ([^}]+))?}");
    private static final int LONGEST_NAME = 60;

    private final UnaryOperator<String> picture;
    final List<String> placed = new ArrayList<>();
    final Set<String> mentioned = new LinkedHashSet<>();
    final Set<String> terms = new LinkedHashSet<>();
    final List<String> ticks = new ArrayList<>();

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
            paragraph.insertBefore(new GuideNodes.Card(name));
        } else {
            paragraph.insertBefore(new GuideNodes.Picture(picture.apply(name)));
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

    private Node inline(String kind, String name, String words) {
        if (kind.equals("term")) {
            terms.add(name);
            return around(new GuideNodes.Term(name), words == null ? name.replace('-', ' ') : words);
        }
        mentioned.add(name);
        return kind.equals("guide")
                ? around(new GuideNodes.Said(name), words == null ? "" : words)
                : new GuideNodes.Figure(kind.equals("guess") ? "guessed" : kind, name);
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
            GuideNodes.Wide wide = new GuideNodes.Wide();
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

    private void tick(Paragraph line) {
        List<Node> words = new ArrayList<>();
        for (Node node = line.getFirstChild();
                node != null && !(node instanceof GuideNodes.Figure);
                node = node.getNext()) {
            words.add(node);
        }
        String name = name(words);
        ticks.add(name);
        GuideNodes.TickLabel label = new GuideNodes.TickLabel(name);
        words.forEach(label::appendChild);
        line.prependChild(label);
        line.prependChild(new GuideNodes.Tick(name));
    }

    private static String name(List<Node> words) {
        StringBuilder text = new StringBuilder();
        words.forEach(node -> text.append(words(node)));
        String name = text.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
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
