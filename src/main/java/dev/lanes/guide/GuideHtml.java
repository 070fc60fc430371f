package dev.lanes.guide;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// The guide's own nodes as HTML: custom elements that the page brings to life, and pictures as they are.
final class GuideHtml implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    GuideHtml(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                GuideNodes.Card.class, GuideNodes.Picture.class, GuideNodes.Wide.class, GuideNodes.Figure.class,
                GuideNodes.Term.class, GuideNodes.Said.class, GuideNodes.Tick.class, GuideNodes.TickLabel.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case GuideNodes.Card card -> {
                html.line();
                element("lanes-card", Map.of("experiment", card.experiment));
                html.line();
            }
            case GuideNodes.Picture picture -> {
                html.line();
                html.tag("figure", Map.of("class", "picture"));
                html.raw(picture.svg);
                html.tag("/figure");
                html.line();
            }
            case GuideNodes.Wide wide -> {
                html.line();
                html.raw("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">");
                children(wide);
                html.raw("</div>");
                html.line();
            }
            case GuideNodes.Figure figure ->
                    element("lanes-" + figure.kind, Map.of("experiment", figure.experiment));
            case GuideNodes.Term term -> {
                html.tag("button", Map.of("type", "button", "class", "term", "data-term", term.id));
                children(term);
                html.tag("/button");
            }
            case GuideNodes.Said said -> {
                html.tag("lanes-said", Map.of("experiment", said.experiment));
                children(said);
                html.tag("/lanes-said");
            }
            case GuideNodes.Tick tick -> element("lanes-tick", Map.of("name", tick.name));
            case GuideNodes.TickLabel label -> {
                html.tag("label", Map.of("for", "tick-" + label.name));
                children(label);
                html.tag("/label");
            }
            default -> throw new IllegalArgumentException("Nobody renders a " + node.getClass().getSimpleName());
        }
    }

    private void element(String name, Map<String, String> attributes) {
        html.tag(name, attributes);
        html.tag("/" + name);
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
