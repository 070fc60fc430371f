package dev.lanes.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Where source files are read from. A file is named by its path from the source root.
public sealed interface Sources {

    /// A number that changes when the file does; empty where there is no such file.
    OptionalLong version(String file);

    String read(String file);

    /// The project's folder where there is one, so that an edit shows at once; else the copies in the jar.
    static Sources ofTheApp(ClassLoader loader) {
        return ProjectFolder.find()
                .<Sources>map(project -> new OnDisk(List.of(project.resolve("src/main/java"))))
                .orElseGet(() -> new OnClassPath(loader));
    }

    /// Source roots on disk, the first that has a file wins.
    record OnDisk(List<Path> roots) implements Sources {
        @Override
        public OptionalLong version(String file) {
            try {
                Optional<Path> path = find(file);
                return path.isPresent()
                        ? OptionalLong.of(Files.getLastModifiedTime(path.get()).toMillis())
                        : OptionalLong.empty();
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        @Override
        public String read(String file) {
            try {
                return Files.readString(
                        find(file).orElseThrow(() -> new IllegalStateException("There is no source file " + file)));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        private Optional<Path> find(String file) {
            return roots.stream().map(root -> root.resolve(file)).filter(Files::isRegularFile).findFirst();
        }
    }

    /// Source files packed beside the classes; they never change.
    record OnClassPath(ClassLoader loader) implements Sources {
        @Override
        public OptionalLong version(String file) {
            return loader.getResource(file) == null ? OptionalLong.empty() : OptionalLong.of(0);
        }

        @Override
        public String read(String file) {
            try (InputStream text = loader.getResourceAsStream(file)) {
                if (text == null) {
                    throw new IllegalStateException("There is no source file " + file);
                }
                return new String(text.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }
}
