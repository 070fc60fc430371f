package dev.lanes.guide;

import java.util.Map;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;

/// What the guide's Markdown has beyond CommonMark.
final class GuideNodes {

    private GuideNodes() {}

    /// A block of HTML around the node's children, if it has any.
    static final class Block extends CustomBlock {
        final String begin;
        final String end;

        private Block(String begin, String end) {
            this.begin = begin;
            this.end = end;
        }

        /// `{experiment: id}` on a line of its own: the card goes here.
        static Block card(String experiment) {
            return new Block("<lanes-card experiment=\"%s\">".formatted(experiment), "</lanes-card>");
        }

        /// `{picture: name}` on a line of its own.
        static Block picture(String svg) {
            return new Block("<figure class=\"picture\">" + svg, "</figure>");
        }

        /// What may be wider than a phone and then scrolls by itself: a table.
        static Block wide() {
            return new Block("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">", "</div>");
        }
    }

    /// An HTML element among words, around the node's children.
    static final class Element extends CustomNode {
        final String tag;
        final Map<String, String> attributes;

        Element(String tag, Map<String, String> attributes) {
            this.tag = tag;
            this.attributes = attributes;
        }
    }
}
