package dev.lanes.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the guide's texts and pictures are read from, by names such as `02-vectorisation.md` or `pictures/lanes.svg`.
@FunctionalInterface
public interface GuideFiles {
    /// Of a file that never changes, or is not there.
    long UNCHANGING = 0;

    /// @return the file's text; empty where there is no such file
    Optional<String> read(String name);

    /// A number that changes when the file does.
    default long version(String name) {
        return UNCHANGING;
    }

    /// Files under a folder of the class path. In a jar they never change; in dev mode they are files, and an edit
    /// gives them a new version.
    static GuideFiles onClassPath(ClassLoader loader, String folder) {
        return new OnClassPath(loader, folder);
    }

    record OnClassPath(ClassLoader loader, String folder) implements GuideFiles {
        @Override
        public Optional<String> read(String name) {
            try (InputStream file = loader.getResourceAsStream(folder + "/" + name)) {
                return file == null
                        ? Optional.empty()
                        : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        @Override
        public long version(String name) {
            URL place = loader.getResource(folder + "/" + name);
            try {
                return place != null && place.getProtocol().equals("file")
                        ? Files.getLastModifiedTime(Path.of(place.toURI())).toMillis()
                        : UNCHANGING;
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            } catch (URISyntaxException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
