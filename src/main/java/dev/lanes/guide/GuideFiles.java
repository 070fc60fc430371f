package dev.lanes.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where the guide's texts and pictures are read from, by names such as `02-vectorisation.md` or `pictures/lanes.svg`.
@FunctionalInterface
public interface GuideFiles {

    /// @return the file's text; empty where there is no such file
    Optional<String> read(String name);

    /// Files under a folder of the class path. They are read anew each time, so that in dev mode an edit shows at once.
    static GuideFiles onClassPath(ClassLoader loader, String folder) {
        return name -> {
            try (InputStream file = loader.getResourceAsStream(folder + "/" + name)) {
                return Optional.ofNullable(file).map(GuideFiles::text);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        };
    }

    private static String text(InputStream file) {
        try {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
