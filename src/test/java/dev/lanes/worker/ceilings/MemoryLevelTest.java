package dev.lanes.worker.ceilings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.ceiling.Pattern;
import dev.lanes.event.Machine;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryLevelTest {
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;
    private static final List<Machine.Cache> CACHES = List.of(
            cache(1, "instruction", 32 * KIB), cache(1, "data", 48 * KIB), cache(2, "unified", MIB),
            cache(3, "unified", 32 * MIB));

    @Test
    void everyCacheOfDataIsALevelAndMemoryTheLast() {
        assertThat(MemoryLevel.of(machine(CACHES, 64 << 10), 1)).extracting(MemoryLevel::name)
                .containsExactly("L1", "L2", "L3", "memory");
        assertThat(MemoryLevel.of(machine(List.of(), 64 << 10), 1)).extracting(MemoryLevel::name)
                .containsExactly("memory");
    }

    @Test
    void threadsHaveTheirOwnNearCachesAndShareTheLast() {
        List<MemoryLevel> levels = MemoryLevel.of(machine(CACHES, 64 << 10), 2);

        assertThat(levels).extracting(MemoryLevel::upToBytes).containsExactly(96 * KIB, 2 * MIB, 32 * MIB, null);
        assertThat(levels).extracting(MemoryLevel::footprint).containsExactly(24 * KIB, MIB / 2, 4 * MIB, 128 * MIB);
    }

    @Test
    void arraysFitIntoTheirCacheTogetherAndFillMoreThanTheLast() {
        for (Pattern pattern : Pattern.values()) {
            for (MemoryLevel level : MemoryLevel.of(machine(CACHES, 64 << 10), 1)) {
                int range = level.range(pattern);
                long together = (long) pattern.arrays() * range;
                assertThat(Integer.bitCount(range)).isEqualTo(1);
                if (level.upToBytes() == null) {
                    assertThat(together).isGreaterThanOrEqualTo(4 * 32 * MIB);
                } else {
                    assertThat(together).isBetween(level.footprint() / 2, level.footprint());
                }
            }
        }
    }

    @Test
    void aSmallMachineKeepsMostOfItsMemory() {
        List<MemoryLevel> levels = MemoryLevel.of(machine(CACHES, 512), 4);

        assertThat(levels.getLast().footprint()).isEqualTo(16 * MIB);
    }

    private static Machine machine(List<Machine.Cache> caches, int mebibytes) {
        return new Machine("a processor", "amd64", 4, 4, 4, caches, 256, mebibytes * MIB, "a system", "25", "a JVM",
                "C1 and C2", false, List.of(), null, "none is installed");
    }

    private static Machine.Cache cache(int level, String kind, long bytes) {
        return new Machine.Cache(level, kind, bytes, 64);
    }
}
