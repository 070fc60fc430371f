package dev.lanes.guide;

import java.util.Map;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;

/// What the guide's Markdown has beyond CommonMark.
final class GuideNodes {

    private GuideNodes() {}

    /// `{experiment: id}` on a line of its own: the card goes here.
    static final class Card extends CustomBlock {
        final String experiment;

        Card(String experiment) {
            this.experiment = experiment;
        }
    }

    /// `{picture: name}` on a line of its own.
    static final class Picture extends CustomBlock {
        final String svg;

        Picture(String svg) {
            this.svg = svg;
        }
    }

    /// A block that may be wider than a phone and then scrolls by itself: a table.
    static final class Wide extends CustomBlock {}

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
