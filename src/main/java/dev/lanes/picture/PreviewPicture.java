package dev.lanes.picture;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// Draws a preview, 1200 by 630 pixels, which is what the sites that show previews ask for.
public final class PreviewPicture {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int MARGIN = 56;
    private static final int TEXT_WIDTH = WIDTH - 2 * MARGIN;

    private final Graphics2D graphics;
    private int baseline = MARGIN;

    /// Nothing can be drawn, for want of typefaces.
    public static final class NoFontsException extends RuntimeException {
        NoFontsException(Throwable cause) {
            super("this system has no typefaces to draw with", cause);
        }
    }

    private PreviewPicture(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /// The picture as a PNG.
    ///
    /// @throws NoFontsException where this system has no typefaces, as a bare container image
    public static byte[] png(Preview preview) {
        System.setProperty("java.awt.headless", "true");
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        try {
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            new PreviewPicture(graphics).draw(preview);
            graphics.dispose();
        } catch (LinkageError | InternalError withoutFonts) {
            throw new NoFontsException(withoutFonts);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void draw(Preview preview) {
        graphics.setPaint(Palette.PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setPaint(Palette.INK);
        graphics.fillRect(0, 0, WIDTH, 10);
        graphics.setPaint(Palette.SOFT);
        text("Lanes  ·  " + preview.title(), Palette.plain(24), 1);
        baseline += 10;
        graphics.setPaint(Palette.INK);
        boolean wordsOnly = preview.bars().isEmpty();
        text(preview.question(), Palette.bold(wordsOnly ? 60 : 40), wordsOnly ? 3 : 2);
        baseline += wordsOnly ? 24 : 6;
        text(preview.answer(), Palette.plain(wordsOnly ? 34 : 26), wordsOnly ? 4 : 2);
        int top = baseline + 16;
        int bottom = HEIGHT - MARGIN - (preview.source().isEmpty() ? 0 : 24);
        if (!wordsOnly) {
            Rectangle2D area = new Rectangle2D.Double(MARGIN, top, TEXT_WIDTH, bottom - top);
            BarChart.of(preview.bars(), preview.unit()).draw(graphics, area);
        }
        baseline = HEIGHT - MARGIN - 8;
        graphics.setPaint(Palette.SOFT);
        text(preview.source(), Palette.plain(22), 1);
    }

    /// Writes under what was written before, on so many lines at most.
    private void text(String text, Font font, int lines) {
        graphics.setFont(font);
        FontMetrics metrics = graphics.getFontMetrics();
        List<String> broken = broken(text, metrics);
        for (int at = 0; at < Math.min(lines, broken.size()); at++) {
            boolean cut = at == lines - 1 && broken.size() > lines;
            baseline += metrics.getAscent();
            graphics.drawString(fitting(broken.get(at) + (cut ? " …" : ""), metrics), MARGIN, baseline);
            baseline += metrics.getDescent() + 4;
        }
    }

    private static List<String> broken(String text, FontMetrics metrics) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (!line.isEmpty() && metrics.stringWidth(line + " " + word) > TEXT_WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String fitting(String line, FontMetrics metrics) {
        String shown = line;
        for (int end = line.length(); end > 0 && metrics.stringWidth(shown) > TEXT_WIDTH; end--) {
            shown = line.substring(0, end).strip() + " …";
        }
        return shown;
    }
}
