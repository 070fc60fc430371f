package dev.lanes.catalog;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of the project's own files, there in dev mode and in tests, where classes run from `target/classes`.
public final class ProjectFolder {

    private ProjectFolder() {}

    /// The nearest folder above the classes that holds `src/main/java`; empty where the app runs from a jar.
    public static Optional<Path> find() {
        CodeSource source = ProjectFolder.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            Path classes = Path.of(source.getLocation().toURI());
            return Files.isDirectory(classes) ? above(classes) : Optional.empty();
        } catch (URISyntaxException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static Optional<Path> above(Path classes) {
        return Stream.iterate(classes, Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                .findFirst();
    }
}
