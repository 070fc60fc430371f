package dev.lanes.blas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A folder for files that can be made again, but had better be found by later processes.
///
/// @param path it need not exist, and may be one that nobody can write to or load a library from
record CacheFolder(Path path) {

    /// All there are, the best first: the user's, the server's own, and the one for temporary files. In a container any
    /// of them may be missing, read-only, or mounted noexec.
    static List<CacheFolder> all() {
        return Stream.of(
                        usual(System.getProperty("os.name"), System::getenv, System.getProperty("user.home")),
                        absolute(System.getenv(BlasSearch.FOLDER_VARIABLE)),
                        absolute(System.getProperty("java.io.tmpdir")))
                .flatMap(Optional::stream)
                .map(CacheFolder::new)
                .toList();
    }

    /// The folder `lanes` where this system wants the user's cached files: in `XDG_CACHE_HOME` or `~/.cache`, on macOS
    /// in `~/Library/Caches`, on Windows in `LOCALAPPDATA`. Empty if there is no such place.
    ///
    /// @param environment gives a variable's value, or null
    /// @param home as Java knows it, which is "?" for a user that the system does not know
    static Optional<Path> usual(String system, UnaryOperator<String> environment, String home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return absolute(home).map(path -> path.resolve("Library/Caches/lanes"));
        }
        boolean windows = name.startsWith("windows");
        return absolute(environment.apply(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME"))
                .or(() -> absolute(home).map(path -> path.resolve(windows ? "AppData/Local" : ".cache")))
                .map(path -> path.resolve("lanes"));
    }

    /// Empty if there is no name, or it is relative, or has letters that names of files cannot have here.
    private static Optional<Path> absolute(String name) {
        try {
            return Optional.ofNullable(name).filter(text -> !text.isBlank()).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    /// A folder in it, made if need be.
    Path folder(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }
}
