package dev.lanes.worker.machine;

import dev.lanes.event.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The caches of the first processor as Linux lists them. OSHI reads the same files but drops the unit of "32K".
final class LinuxCaches {
    private static final Path LIST = Path.of("/sys/devices/system/cpu/cpu0/cache");

    private LinuxCaches() {}

    /// The caches by level; empty where there is no such list.
    static List<Machine.Cache> read() {
        if (!Files.isDirectory(LIST)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(LIST)) {
            return entries.filter(entry -> Files.exists(entry.resolve("size")))
                    .map(LinuxCaches::cache)
                    .sorted(Comparator.comparingInt(Machine.Cache::level).thenComparing(Machine.Cache::kind))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static Machine.Cache cache(Path entry) {
        return new Machine.Cache(
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
