package dev.lanes.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of everything that Lanes keeps from one start to the next. It need not exist, and it may be one that
/// nobody can write to: code that keeps something there has to do without.
public record DataFolder(Path path) {

    /// The configured folder (`lanes.data`), or else the usual one of this system and user, or else one among the
    /// temporary files.
    ///
    /// @throws IllegalArgumentException if the configured one has letters that names of files cannot have here
    public static DataFolder of(Optional<String> configured) {
        return new DataFolder(configured.filter(folder -> !folder.isBlank())
                .map(DataFolder::configured)
                .or(() -> UserFolder.DATA.here().filter(DataFolder::canBeMade))
                .orElseGet(DataFolder::standIn)
                .toAbsolutePath());
    }

    /// Whether the user has no place for data, so that this is a folder among the temporary files.
    public boolean standsIn() {
        return path.equals(standIn().toAbsolutePath());
    }

    /// One for each user: a folder of somebody else's could not be written to.
    private static Path standIn() {
        return Path.of(System.getProperty("java.io.tmpdir"), "lanes-data-" + user().replaceAll("[^\\w.-]", "_"));
    }

    /// The user's name, or number if there is no name, which Linux tells.
    private static String user() {
        String name = System.getProperty("user.name");
        try {
            return name.equals("?") ? Files.getOwner(Path.of("/proc/self")).getName() : name;
        } catch (IOException | UnsupportedOperationException unknown) {
            return name;
        }
    }

    private static Path configured(String folder) {
        try {
            return Path.of(folder);
        } catch (InvalidPathException unreadable) {
            throw new IllegalArgumentException("lanes.data is " + folder + ", and names of files cannot have these "
                    + "letters here: a start with LC_ALL=C.UTF-8 may help.");
        }
    }

    private static boolean canBeMade(Path folder) {
        return Stream.iterate(folder, Objects::nonNull, Path::getParent)
                .filter(Files::exists).findFirst()
                .filter(Files::isWritable).isPresent();
    }

    /// The path of a file or folder in it; the folder itself is there when this returns.
    ///
    /// @throws IOException where the folder cannot be made
    public Path resolve(String name) throws IOException {
        return Files.createDirectories(path).resolve(name);
    }
}
