package dev.lanes.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How much the data caches of this machine's first processor hold.
///
/// Read where Linux lists them; a level that is not listed, as on all other systems, is
/// taken to be of a usual size.
public final class CacheSizes {
    private static final Path LIST = Path.of("/sys/devices/system/cpu/cpu0/cache");
    private static final Map<Integer, Long> USUAL =
            Map.of(1, 32L << 10, 2, 512L << 10, 3, 8L << 20);

    private final Map<Integer, Long> bytesByLevel;

    private CacheSizes(Map<Integer, Long> bytesByLevel) {
        this.bytesByLevel = bytesByLevel;
    }

    public static CacheSizes ofThisMachine() {
        return listedIn(LIST);
    }

    /// As a folder lists them that has the form of the one under `/sys`.
    static CacheSizes listedIn(Path list) {
        Map<Integer, Long> bytes = new TreeMap<>(USUAL);
        if (Files.isDirectory(list)) {
            try (Stream<Path> entries = Files.list(list)) {
                List<Path> caches = entries
                        .filter(entry -> Files.exists(entry.resolve("size")))
                        .filter(entry -> !text(entry, "type").equals("Instruction"))
                        .toList();
                for (Path cache : caches) {
                    int level = Integer.parseInt(text(cache, "level"));
                    bytes.put(level, bytes(text(cache, "size")));
                }
            } catch (IOException | UncheckedIOException unreadable) {
                return new CacheSizes(USUAL);
            }
        }
        return new CacheSizes(bytes);
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

    private static long bytes(String size) {
        long number = Long.parseLong(size.replaceAll("\\D", ""));
        return switch (size.charAt(size.length() - 1)) {
            case 'K' -> number << 10;
            case 'M' -> number << 20;
            default -> number;
        };
    }

    private static String text(Path entry, String name) {
        try {
            return Files.readString(entry.resolve(name)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
