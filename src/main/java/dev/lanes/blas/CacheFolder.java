package dev.lanes.blas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The folder for files that can be made again, but had better be found by later processes.
///
/// @param path it need not exist, and may be one that nobody can write to
record CacheFolder(Path path) {

    /// The folder `lanes` where this system wants the user's cached files.
    static CacheFolder ofTheUser() {
        return new CacheFolder(usual(
                System.getProperty("os.name"), System::getenv, Path.of(System.getProperty("user.home"))));
    }

    /// `XDG_CACHE_HOME` or `~/.cache`, on macOS `~/Library/Caches`, on Windows `LOCALAPPDATA`.
    ///
    /// @param environment gives a variable's value, or null
    static Path usual(String system, UnaryOperator<String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library/Caches/lanes");
        }
        boolean windows = name.startsWith("windows");
        return Optional.ofNullable(environment.apply(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElse(home.resolve(windows ? "AppData/Local" : ".cache"))
                .resolve("lanes");
    }

    /// A folder in it, made if need be; where that cannot be done, one among this process's temporary files.
    Path folder(String name) throws IOException {
        try {
            Path folder = Files.createDirectories(path.resolve(name));
            if (Files.isWritable(folder)) {
                return folder;
            }
        } catch (IOException unwritable) {
            // The temporary files will do.
        }
        return Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), name));
    }
}
