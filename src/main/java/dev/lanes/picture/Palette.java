package dev.lanes.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;

/// The page's colours on light paper, and the typefaces nearest to its own that a server has.
final class Palette {
    static final Color PAPER = new Color(0xf6f8fb);
    static final Color LINE = new Color(0xdae1ea);
    static final Color INK = new Color(0x0f1723);
    static final Color SOFT = new Color(0x4d5a6b);
    private static final Color[] VARIANTS = {
        new Color(0xad4c0b), new Color(0x2457c5), new Color(0x0b766b), new Color(0x7a45b8), new Color(0xa8275e),
        new Color(0x5c6a10)
    };

    /// The page's own typeface first, then those that look most like it.
    private static final List<String> WISHED = List.of("Inter", "Liberation Sans", "Arial", "Noto Sans", "DejaVu Sans");
    private static final String FAMILY = family();

    private Palette() {}

    static Color variant(int index) {
        return VARIANTS[Math.floorMod(index, VARIANTS.length)];
    }

    static Font plain(int size) {
        return new Font(FAMILY, Font.PLAIN, size);
    }

    static Font bold(int size) {
        return new Font(FAMILY, Font.BOLD, size);
    }

    private static String family() {
        List<String> installed = List.of(
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        return WISHED.stream().filter(installed::contains).findFirst().orElse(Font.SANS_SERIF);
    }
}
