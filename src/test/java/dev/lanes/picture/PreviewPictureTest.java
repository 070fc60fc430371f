package dev.lanes.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PreviewPictureTest {

    @Test
    void barsAreAsLongAsTheirMediansAndInTheirVariantsColours() throws IOException {
        BufferedImage picture = drawn(List.of(
                new Preview.Bar("By columns", 41.9, 40.8, 43.1, 0),
                new Preview.Bar("By rows", 8.38, 8.31, 8.52, 1),
                new Preview.Bar("By rows, Vector API, 2 virtual", 4.19, 4.02, 5.6, 2)));

        int first = longestRun(picture, Palette.variant(0));
        assertThat(first).as("next to all of the room").isGreaterThan(500);
        assertThat(longestRun(picture, Palette.variant(1)) / (double) first).isBetween(0.18, 0.22);
        assertThat(longestRun(picture, Palette.variant(2)) / (double) first).isBetween(0.08, 0.12);
    }

    @Test
    void textThatIsTooLongIsCutAndNothingIsDrawnOverTheEdge() throws IOException {
        String endless = "parallel ".repeat(200) + "x".repeat(300);
        BufferedImage picture = read(PreviewPicture.png(new Preview(
                endless, endless, List.of(new Preview.Bar("y".repeat(200), 1, 0.5, 2, 7)), "ms", endless, endless)));

        for (int y = 20; y < picture.getHeight(); y++) {
            assertThat(new Color(picture.getRGB(picture.getWidth() - 20, y))).isEqualTo(Palette.PAPER);
        }
    }

    @Test
    void withoutMeasurementsTheQuestionAndTheClaimAreThere() throws IOException {
        BufferedImage picture = drawn(List.of());

        assertThat(longestRun(picture, Palette.INK)).isPositive();
    }

    private static BufferedImage drawn(List<Preview.Bar> bars) throws IOException {
        byte[] png = PreviewPicture.png(new Preview(
                "Row against column", "How much does the order of two loops cost when a matrix is larger than a cache?",
                bars, "ms per operation, with the 95 % interval",
                "By rows: 5.00 times faster (4.86 to 5.14). The guide's claim holds on this machine.",
                "Measured on AMD EPYC 9R14, 2 cores, 2026-11-22"));
        Files.write(Path.of("target/preview-" + bars.size() + ".png"), png);
        return read(png);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /// The most pixels of that colour side by side, below the stripe at the top.
    private static int longestRun(BufferedImage picture, Color colour) {
        int longest = 0;
        for (int y = 20; y < picture.getHeight(); y++) {
            int run = 0;
            for (int x = 0; x < picture.getWidth(); x++) {
                run = picture.getRGB(x, y) == colour.getRGB() ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
        }
        return longest;
    }
}
