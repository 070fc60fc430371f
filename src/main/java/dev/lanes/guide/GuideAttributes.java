package dev.lanes.guide;

import java.util.Map;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.AttributeProvider;

/// What the page's style sheets need to know of plain elements: the lead, lines that can be ticked, and of each cell of
/// a table the head of its column, which stands beside it where a screen is too narrow for columns.
record GuideAttributes(Paragraph lead) implements AttributeProvider {

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node == lead) {
            attributes.put("class", "lead");
        } else if (node instanceof ListItem item && isTick(item)) {
            attributes.put("class", "tick");
        } else if (node instanceof TableCell cell && !cell.isHeader()) {
            attributes.put("data-head", GuideSyntax.words(headOf(cell)));
        }
    }

    private static boolean isTick(ListItem item) {
        return item.getFirstChild() instanceof Paragraph line
                && line.getFirstChild() instanceof GuideNodes.Element first && first.tag.equals(GuideSyntax.TICK);
    }

    /// The cell of the same column in the table's only head row.
    private static Node headOf(TableCell cell) {
        Node table = cell.getParent().getParent().getParent();
        Node head = table.getFirstChild().getFirstChild().getFirstChild();
        for (Node before = cell.getPrevious(); before != null; before = before.getPrevious()) {
            head = head.getNext();
        }
        return head;
    }
}
