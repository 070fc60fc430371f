package dev.lanes.worker.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The files in which Linux tells about itself.
///
/// @param root `/`, or a folder that stands in for it
record LinuxFiles(Path root) {
    static final LinuxFiles OF_THIS_MACHINE = new LinuxFiles(Path.of("/"));

    /// The lines of a file; none if it is not there or may not be read.
    ///
    /// @param file its path below the root
    List<String> lines(String file) {
        try {
            // A name in such a file may hold any byte.
            return Files.readAllLines(path(file), StandardCharsets.ISO_8859_1);
        } catch (IOException absent) {
            return List.of();
        }
    }

    Optional<String> firstLine(String file) {
        return lines(file).stream().findFirst().map(String::strip).filter(line -> !line.isEmpty());
    }

    Path path(String file) {
        return root.resolve(file.replaceFirst("^/+", ""));
    }
}
