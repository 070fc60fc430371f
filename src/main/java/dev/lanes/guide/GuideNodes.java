package dev.lanes.guide;

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

    /// `{here: id}`, the figure of this browser's last run, `{guess: id}`, what the visitor guessed, or `{proof: id}`,
    /// the first of them behind a link to the card.
    static final class Figure extends CustomNode {
        final String kind;
        final String experiment;

        Figure(String kind, String experiment) {
            this.kind = kind;
            this.experiment = experiment;
        }
    }

    /// `{term: id}`, a word of the glossary, or `{term: id: as it stands here}`. Its child is what stands here.
    static final class Term extends CustomNode {
        final String id;

        Term(String id) {
            this.id = id;
        }
    }

    /// `{guide: id: figure}`: what the guide says of an experiment, covered until the visitor has guessed. Its child is
    /// the figure.
    static final class Said extends CustomNode {
        final String experiment;

        Said(String experiment) {
            this.experiment = experiment;
        }
    }

    /// The box of `- [ ] text`; its name is made of the text, so that a tick stays where lines are added or moved.
    static final class Tick extends CustomNode {
        final String name;

        Tick(String name) {
            this.name = name;
        }
    }

    /// What is ticked, in words: the line up to its first figure.
    static final class TickLabel extends CustomNode {
        final String name;

        TickLabel(String name) {
            this.name = name;
        }
    }
}
