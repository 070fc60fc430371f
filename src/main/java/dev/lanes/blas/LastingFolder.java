package dev.lanes.blas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Folders for files that are made once and found again by later processes.
final class LastingFolder {
    private LastingFolder() {}

    /// The folder of that name among the user's cached files, or where none can be made there, among this process's
    /// temporary files.
    static Path of(String name) throws IOException {
        try {
            return Files.createDirectories(cache().resolve("lanes").resolve(name));
        } catch (IOException unwritable) {
            return Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), name));
        }
    }

    /// Where the operating system wants them.
    private static Path cache() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home"));
        if (system.startsWith("mac")) {
            return home.resolve("Library/Caches");
        }
        String named = System.getenv(system.startsWith("windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        return named == null || named.isBlank() ? home.resolve(".cache") : Path.of(named);
    }
}
