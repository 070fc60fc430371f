package dev.lanes.guide;

import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// The guide's own nodes as HTML: custom elements that the page brings to life, and pictures as they are.
record GuideHtml(HtmlNodeRendererContext context, HtmlWriter html) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(GuideNodes.Block.class, GuideNodes.Element.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case GuideNodes.Block block -> {
                html.line();
                html.raw(block.begin);
                children(block);
                html.raw(block.end);
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
