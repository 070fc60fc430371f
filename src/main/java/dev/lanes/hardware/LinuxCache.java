package dev.lanes.hardware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A cache of the first processor as Linux lists it. OSHI reads the same files but drops the unit of "32K".
///
/// @param level 1 for those nearest to the core
/// @param kind data, instruction or unified
public record LinuxCache(int level, String kind, long bytes, int lineBytes) {
    private static final Path LIST = Path.of("/sys/devices/system/cpu/cpu0/cache");

    /// By level; none on other systems.
    public static List<LinuxCache> ofThisMachine() {
        return listedIn(LIST);
    }

    /// As a folder lists them that has the form of the one under `/sys`; none if it cannot be read.
    public static List<LinuxCache> listedIn(Path list) {
        if (!Files.isDirectory(list)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(list)) {
            return entries.filter(entry -> Files.exists(entry.resolve("size")))
                    .map(LinuxCache::read)
                    .sorted(Comparator.comparingInt(LinuxCache::level).thenComparing(LinuxCache::kind))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static LinuxCache read(Path entry) {
        return new LinuxCache(
                Integer.parseInt(text(entry, "level")),
                text(entry, "type").toLowerCase(Locale.ROOT),
                bytes(text(entry, "size")),
                Integer.parseInt(text(entry, "coherency_line_size")));
    }

    /// The bytes of a size such as "48K" or "32M".
    static long bytes(String size) {
        long number = Long.parseLong(size.replaceAll("\\D", ""));
        return size.endsWith("K") ? number << 10 : size.endsWith("M") ? number << 20 : number;
    }

    private static String text(Path entry, String name) {
        try {
            return Files.readString(entry.resolve(name)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
