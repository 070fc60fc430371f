package dev.lanes.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder for files that can be made again, but had better be found by later processes.
///
/// @param path it need not exist, and may be one that nobody can write to or load a library from
public record CacheFolder(Path path) {
    /// The environment variable with a folder of the server for such files. Forks inherit it, and as no flag of theirs
    /// it is in no result.
    public static final String VARIABLE = "LANES_LIBRARIES";

    /// How the names of files end that are not yet whole.
    public static final String PART = ".part";

    /// All there are, the best first: the user's, the server's own, and the one for temporary files. In a container any
    /// of them may be missing, read-only, or mounted noexec.
    public static List<CacheFolder> all() {
        return Stream.concat(
                        lasting().stream(), folders(UserFolder.absolute(System.getProperty("java.io.tmpdir"))))
                .toList();
    }

    /// Those of them that a later process finds.
    public static List<CacheFolder> lasting() {
        return folders(UserFolder.CACHE.here(), UserFolder.absolute(System.getenv(VARIABLE))).toList();
    }

    @SafeVarargs
    private static Stream<CacheFolder> folders(Optional<Path>... paths) {
        return Stream.of(paths).flatMap(Optional::stream).map(CacheFolder::new);
    }

    /// What is written into a file that is there and empty.
    @FunctionalInterface
    public interface Content {
        void writeTo(Path file) throws IOException;
    }

    /// Writes a file into a folder of it, which is made if need be. Other processes see the file whole or not at all.
    ///
    /// @param file its name, which may begin with those of folders
    public Path write(String file, Content content) throws IOException {
        Path target = path.resolve(file);
        Files.createDirectories(target.getParent());
        Path part = Files.createTempFile(target.getParent(), target.getFileName().toString(), PART);
        try {
            content.writeTo(part);
            return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
