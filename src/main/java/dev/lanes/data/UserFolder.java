package dev.lanes.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The folder `lanes` where a system wants what belongs to a user.
///
/// @param variable of the environment that names the place on Linux
/// @param inHome the place in the user's home if that is not set
/// @param onMac the place in the user's home on macOS; on Windows it is `LOCALAPPDATA`
record UserFolder(String variable, String inHome, String onMac) {
    static final UserFolder DATA = new UserFolder("XDG_DATA_HOME", ".local/share", "Library/Application Support");
    static final UserFolder CACHE = new UserFolder("XDG_CACHE_HOME", ".cache", "Library/Caches");

    /// Empty if there is no such place.
    ///
    /// @param environment gives a variable's value, or null
    /// @param home as Java knows it, which is "?" for a user that the system does not know
    Optional<Path> on(String system, UnaryOperator<String> environment, String home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return absolute(home).map(path -> path.resolve(onMac).resolve("lanes"));
        }
        boolean windows = name.startsWith("windows");
        return absolute(environment.apply(windows ? "LOCALAPPDATA" : variable))
                .or(() -> absolute(home).map(path -> path.resolve(windows ? "AppData/Local" : inHome)))
                .map(path -> path.resolve("lanes"));
    }

    /// Of this process.
    Optional<Path> here() {
        return on(System.getProperty("os.name"), System::getenv, System.getProperty("user.home"));
    }

    /// Empty if there is no name, or it is relative, which the XDG Base Directory Specification says is to be ignored,
    /// or has letters that names of files cannot have here: with `LANG=C` Java takes all but ASCII for unreadable.
    static Optional<Path> absolute(String name) {
        try {
            return Optional.ofNullable(name).filter(text -> !text.isBlank()).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException unreadable) {
            return Optional.empty();
        }
    }
}
