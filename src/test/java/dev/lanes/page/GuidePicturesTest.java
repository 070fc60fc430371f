package dev.lanes.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures of the guide's own sections as they are read, in `target/screenshots/guide`.
@QuarkusTest
@ExtendWith(Browsing.class)
@Tag("page")
class GuidePicturesTest {
    private static final Path FOLDER = Path.of("target", "screenshots", "guide");
    private static final int DESK = 1440;
    private static final int PHONE = 390;
    private static final int HEIGHT = 900;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aSectionHasItsPictures(int section, Visitor visitor) {
        visitor.open("/?v=1&section=" + section);
        for (int width : List.of(DESK, PHONE)) {
            visitor.page().setViewportSize(width, HEIGHT);
            for (String theme : List.of("Light", "Dark")) {
                visitor.theme(theme);
                Path file = FOLDER.resolve("%02d-%s-%d.png".formatted(section, theme.toLowerCase(), width));
                visitor.picture(file);

                assertThat(file).isNotEmptyFile();
                assertThat(visitor.scrollsSideways()).as("%s, %d", theme, width).isFalse();
            }
        }
        assertThat(visitor.complaints()).isEmpty();
    }
}
