package dev.lanes.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A folder that lives as long as the processes that work in it. Its unique name in their command lines tells them
/// from all others.
record TempFolder(Path path) implements Closeable {

    /// How the names of this server's folders begin.
    static final String PREFIX = "lanes-run-" + ProcessHandle.current().pid() + "-";

    private static final Pattern NAME = Pattern.compile("lanes-run-(\\d+)-\\d+");
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    /// Removes what servers that were killed left in the folder, as far as it may. A folder with this process's own
    /// number is of one of them, too, unless this server has made it.
    static synchronized void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, "lanes-run-*")) {
            for (Path folder : folders) {
                Matcher name = NAME.matcher(folder.getFileName().toString());
                if (name.matches() && !OWN.contains(folder) && ownerIsGone(Long.parseLong(name.group(1)))) {
                    remove(folder);
                }
            }
        }
    }

    private static void remove(Path folder) {
        try {
            new TempFolder(folder).close();
        } catch (IOException notOurs) {
            System.getLogger(TempFolder.class.getName()).log(
                    System.Logger.Level.WARNING, "{0} was left by a killed server, and stays: {1}", folder, notOurs);
        }
    }

    private static boolean ownerIsGone(long pid) {
        return pid == ProcessHandle.current().pid()
                || ProcessHandle.of(pid).map(process -> !process.isAlive()).orElse(true);
    }

    static TempFolder create() throws IOException {
        return createIn(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static synchronized TempFolder createIn(Path parent) throws IOException {
        Path path = Files.createTempDirectory(parent, PREFIX);
        OWN.add(path);
        return new TempFolder(path);
    }

    @Override
    public void close() throws IOException {
        OWN.remove(path);
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                if (problem instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw problem;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
