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
                GuideNodes.Card.class, GuideNodes.Picture.class, GuideNodes.Wide.class, GuideNodes.Element.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case GuideNodes.Card card -> {
                html.line();
                html.tag("lanes-card", Map.of("experiment", card.experiment));
                html.tag("/lanes-card");
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
            case GuideNodes.Element element -> {
                html.tag(element.tag, element.attributes);
                children(element);
                html.tag("/" + element.tag);
            }
            default -> throw new IllegalArgumentException("Nobody renders a " + node.getClass().getSimpleName());
        }
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
