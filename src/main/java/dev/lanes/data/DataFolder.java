package dev.lanes.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The folder of everything that Lanes keeps from one start to the next. It need not exist, and it may be one that
/// nobody can write to: whoever keeps something there has to do without.
public record DataFolder(Path path) {

    /// The configured folder (`lanes.data`), or else the usual one of this system and user.
    public static DataFolder of(Optional<String> configured) {
        return new DataFolder(configured.filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> usual(
                        System.getProperty("os.name"), System::getenv, Path.of(System.getProperty("user.home"))))
                .toAbsolutePath());
    }

    /// The folder `lanes` where the system wants a user's data: `XDG_DATA_HOME` or `~/.local/share`, on macOS
    /// `~/Library/Application Support`, on Windows `LOCALAPPDATA`.
    ///
    /// @param environment gives a variable's value, or null
    static Path usual(String system, Function<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return named(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local")).resolve("lanes");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/lanes");
        }
        return named(environment, "XDG_DATA_HOME").orElse(home.resolve(".local/share")).resolve("lanes");
    }

    /// A relative path is to be ignored, says the XDG Base Directory Specification.
    private static Optional<Path> named(Function<String, String> environment, String variable) {
        return Optional.ofNullable(environment.apply(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /// The path of a file or folder in it; the folder itself is there when this returns.
    ///
    /// @throws IOException where the folder cannot be made
    public Path resolve(String name) throws IOException {
        return Files.createDirectories(path).resolve(name);
    }
}
