package dev.lanes.worker.counters;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Whether this process has child processes, as Linux lists them by the thread that started each. That takes a file
/// for each thread of ours, where a look for descendants takes one for each process of the whole machine.
final class LinuxChildren {
    private static final Path THREADS = Path.of("/proc/self/task");

    private LinuxChildren() {}

    /// @return false also where the system does not tell
    static boolean none() {
        return none(THREADS);
    }

    /// @param threads a folder for each thread, with a file `children` in it
    static boolean none(Path threads) {
        boolean told = false;
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(threads)) {
            for (Path folder : folders) {
                Path children = folder.resolve("children");
                if (Files.exists(children)) {
                    told = true;
                    if (!read(children).isBlank()) {
                        return false;
                    }
                }
            }
            return told;
        } catch (IOException | DirectoryIteratorException unreadable) {
            return false;
        }
    }

    /// Nothing where the thread has just ended.
    private static String read(Path children) throws IOException {
        try {
            return Files.readString(children);
        } catch (NoSuchFileException ended) {
            return "";
        }
    }
}
