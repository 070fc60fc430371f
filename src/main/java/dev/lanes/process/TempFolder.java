package dev.lanes.process;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A folder that lives as long as the processes that work in it. Its unique name in their command lines tells them
/// from all others.
///
/// As long as the folder is in use, its server holds a lock on the file `<folder>.lock` beside it. The lock goes with
/// the server, however that ends, and it is seen from other containers that share the folder's parent; a process id
/// means another process there.
public final class TempFolder implements Closeable {

    /// How the names of this server's folders begin; the number is for people who look for the server.
    static final String PREFIX = "lanes-run-" + ProcessHandle.current().pid() + "-";

    private static final String LOCK = ".lock";
    private static final FileAttribute<?>[] OF_THE_OWNER =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                    }
                    : new FileAttribute<?>[0];
    private static final Pattern NAME = Pattern.compile("(lanes-run-\\d+-\\d+)(\\.lock)?");
    /// Their lock files are not opened a second time: closing them would give up the lock.
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private TempFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    Path path() {
        return path;
    }

    /// Removes what servers that were killed left in the folder, as far as it may.
    public static synchronized void sweep(Path parent) throws IOException {
        Set<Path> found = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(parent, "lanes-run-*")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.add(parent.resolve(name.group(1)));
                }
            }
        }
        found.removeAll(OWN);
        found.forEach(TempFolder::removeIfLeft);
    }

    private static void removeIfLeft(Path folder) {
        Path lockFile = lockOf(folder);
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held != null) {
                remove(folder);
                Files.deleteIfExists(lockFile);
            }
        } catch (NoSuchFileException unlocked) {
            removeUnlocked(folder);
        } catch (IOException | OverlappingFileLockException notOurs) {
            stays(folder, notOurs);
        }
    }

    /// A lock is there before its folder and goes after it, so this one was never locked.
    private static void removeUnlocked(Path folder) {
        try {
            remove(folder);
        } catch (IOException notOurs) {
            stays(folder, notOurs);
        }
    }

    private static void stays(Path folder, Exception why) {
        System.getLogger(TempFolder.class.getName()).log(
                System.Logger.Level.WARNING, "{0} was left by a killed server, and stays: {1}", folder, why);
    }

    static synchronized TempFolder createIn(Path parent) throws IOException {
        while (true) {
            Path lockFile = Files.createTempFile(parent, PREFIX, LOCK);
            FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE);
            try {
                // A server that sweeps at this moment may have taken the file for one that was left, and removed it.
                if (lock.tryLock() != null && Files.exists(lockFile)) {
                    String name = lockFile.getFileName().toString();
                    Path path = parent.resolve(name.substring(0, name.length() - LOCK.length()));
                    Files.createDirectory(path, OF_THE_OWNER);
                    OWN.add(path);
                    return new TempFolder(path, lock);
                }
                lock.close();
            } catch (IOException problem) {
                lock.close();
                Files.deleteIfExists(lockFile);
                throw problem;
            }
        }
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            remove(path);
            Files.deleteIfExists(lockOf(path));
        } finally {
            OWN.remove(path);
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
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
