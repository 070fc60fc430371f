package dev.lanes.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.hardware.LinuxCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheSizesTest {
    @TempDir
    Path list;

    @Test
    void whatStaysInACacheIsTooMuchForTheOneBefore() throws IOException {
        cache("index0", 1, "Data", "48K");
        cache("index1", 1, "Instruction", "64K");
        cache("index2", 2, "Unified", "1280K");
        cache("index3", 3, "Unified", "54M");
        CacheSizes sizes = sizes(list);
        assertThat(sizes.wellInside(1)).isEqualTo(16 << 10);
        assertThat(sizes.wellInside(2)).isEqualTo(128 << 10);
        assertThat(sizes.wellInside(3)).isEqualTo(4 << 20);
    }

    @Test
    void halfOfACacheIsAPowerOfTwo() throws IOException {
        cache("index0", 1, "Data", "48K");
        cache("index2", 2, "Unified", "1280K");
        CacheSizes sizes = sizes(list);
        assertThat(sizes.half(1)).isEqualTo(16 << 10);
        assertThat(sizes.half(2)).isEqualTo(512 << 10);
    }

    @Test
    void aLevelThatIsNotListedIsOfAUsualSize() throws IOException {
        cache("index0", 1, "Data", "128K");
        CacheSizes sizes = sizes(list);
        assertThat(sizes.wellInside(1)).isEqualTo(64 << 10);
        assertThat(sizes.wellInside(2)).isEqualTo(256 << 10);
        assertThat(sizes.wellInside(3)).isEqualTo(2 << 20);
    }

    @Test
    void whereThereIsNoListEveryLevelIsOfAUsualSize() {
        CacheSizes sizes = sizes(list.resolve("none"));
        assertThat(sizes.wellInside(1)).isEqualTo(16 << 10);
        assertThat(sizes.wellInside(3)).isEqualTo(2 << 20);
    }

    @Test
    void aListThatCannotBeReadIsNoList() throws IOException {
        cache("index0", 1, "Data", "128K");
        Files.delete(list.resolve("index0/level"));
        assertThat(sizes(list).wellInside(1)).isEqualTo(16 << 10);
    }

    @Test
    void thisMachineHasThreeLevelsOneWayOrAnother() {
        CacheSizes sizes = CacheSizes.ofThisMachine();
        for (int level = 1; level <= 3; level++) {
            assertThat(sizes.wellInside(level)).isPositive();
        }
    }

    private static CacheSizes sizes(Path list) {
        return new CacheSizes(LinuxCache.listedIn(list));
    }

    private void cache(String name, int level, String type, String size) throws IOException {
        Path entry = Files.createDirectory(list.resolve(name));
        Files.writeString(entry.resolve("level"), level + "\n");
        Files.writeString(entry.resolve("type"), type + "\n");
        Files.writeString(entry.resolve("size"), size + "\n");
        Files.writeString(entry.resolve("coherency_line_size"), "64\n");
    }
}
