package dev.lanes.web.page;

import dev.lanes.catalog.ProjectFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The page's HTML files, from where [FrontendFromDisk] or else the framework has them. Those of a folder are read
/// whenever they are asked for, so that an edit shows; those of the jar, which cannot change, once.
public final class PageFiles {
    private static final System.Logger LOG = System.getLogger(PageFiles.class.getName());

    private final Optional<Path> folder;
    private final ClassLoader loader;
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    /// @param folder where the files are; empty where they are in the jar
    /// @param loader of the jar
    PageFiles(Optional<Path> folder, ClassLoader loader) {
        this.folder = folder;
        this.loader = loader;
    }

    static PageFiles ofTheApp() {
        return new PageFiles(
                ProjectFolder.find().map(project -> project.resolve("frontend")), PageFiles.class.getClassLoader());
    }

    /// The file's text; empty where there is no such file or it cannot be read.
    Optional<String> read(String name) {
        return Optional.ofNullable(
                folder.isPresent() ? onDisk(folder.get().resolve(name)) : kept.computeIfAbsent(name, this::inJar));
    }

    /// The page for an address one level down, such as `/r/abc`. All addresses in it are relative, as the server cannot
    /// know below which path a proxy shows it.
    public static String oneLevelDown(String html) {
        return html.replace("\"./", "\"../");
    }

    private static String onDisk(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException problem) {
            return unreadable(problem);
        }
    }

    private String inJar(String name) {
        try (InputStream file = loader.getResourceAsStream("META-INF/resources/" + name)) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            return unreadable(problem);
        }
    }

    private static String unreadable(IOException problem) {
        LOG.log(System.Logger.Level.ERROR, "The page cannot be read", problem);
        return null;
    }
}
