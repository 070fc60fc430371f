package dev.lanes.experiment;

import dev.lanes.hardware.LinuxCache;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How much the data caches of this machine's first processor hold.
///
/// Read where Linux lists them; a level that is not listed, as on all other systems, is
/// taken to be of a usual size.
public final class CacheSizes {
    private static final Map<Integer, Long> USUAL =
            Map.of(1, 32L << 10, 2, 512L << 10, 3, 8L << 20);

    private final Map<Integer, Long> bytesByLevel;

    CacheSizes(List<LinuxCache> listed) {
        this.bytesByLevel = new TreeMap<>(USUAL);
        listed.stream()
                .filter(cache -> !cache.kind().equals("instruction"))
                .forEach(cache -> bytesByLevel.put(cache.level(), cache.bytes()));
    }

    public static CacheSizes ofThisMachine() {
        return new CacheSizes(LinuxCache.ofThisMachine());
    }

    /// Bytes, a power of two, that stay in a cache although others use it too: at most
    /// half of it, and no more than it takes to be too much for the cache before, which
    /// is four times what that one holds.
    ///
    /// @param level 1 for the cache nearest to the core, up to 3
    public long wellInside(int level) {
        long half = bytesByLevel.get(level) / 2;
        long enough = level == 1 ? half : 4 * bytesByLevel.get(level - 1);
        return Long.highestOneBit(Math.min(half, enough));
    }

    /// The largest power of two that is no more than half of a cache: data of that size
    /// stay in it while nothing else needs much of it.
    ///
    /// @param level 1 for the cache nearest to the core, up to 3
    public long half(int level) {
        return Long.highestOneBit(bytesByLevel.get(level) / 2);
    }
}
