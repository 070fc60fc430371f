package dev.lanes.workshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The class files of shown code as they were before the last change, in a folder beside those that there are now.
public final class KeptClasses {
    private static final List<String> SHOWN = List.of(
            "dev/lanes/experiment", "dev/lanes/kernel", "dev/lanes/pool", "dev/lanes/blas");
    private static final String GENERATED = "jmh_generated";

    private final Path classes;
    private final Path last;
    private final Path before;

    /// @param classes where the project is compiled to
    /// @param kept where to keep them
    public KeptClasses(Path classes, Path kept) {
        this.classes = classes;
        this.last = kept.resolve("last");
        this.before = kept.resolve("before");
    }

    /// Forgets what was kept, and begins with what there is now.
    public synchronized void begin() {
        empty(before);
        replace(last, read(classes));
    }

    /// Notes what has changed since the last call.
    public synchronized void takeNote() {
        Map<String, byte[]> then = read(last);
        Map<String, byte[]> now = read(classes);
        Map<String, byte[]> changed = new TreeMap<>(then);
        changed.keySet().removeIf(path -> Arrays.equals(then.get(path), now.get(path)));
        if (!changed.isEmpty()) {
            replace(before, changed);
            replace(last, now);
        }
    }

    /// Base64 of the class files that have changed, as they were, by their paths.
    public synchronized Map<String, String> before() {
        Map<String, String> texts = new TreeMap<>();
        read(before).forEach((path, bytes) -> texts.put(path, Base64.getEncoder().encodeToString(bytes)));
        return texts;
    }

    /// The source files of those.
    public synchronized List<String> files() {
        return read(before).keySet().stream().map(KeptClasses::sourceOf).distinct().toList();
    }

    /// The members that look different to other code now, as a sentence names them: then before and after cannot be
    /// measured in one run.
    public synchronized List<String> reshaped() {
        TreeSet<String> names = new TreeSet<>();
        read(before).forEach((path, bytes) -> {
            String name = path.substring(0, path.length() - ".class".length());
            Shape then = Shape.of(ClassFile.of().parse(bytes));
            Map<String, String> now = Files.exists(classes.resolve(path))
                    ? Shape.of(ClassFile.of().parse(bytes(classes.resolve(path)))).members()
                    : Map.of();
            if (!then.hidden()) {
                then.members().forEach((member, looks) -> {
                    if (!looks.equals(now.get(member))) {
                        names.add(Shape.shown(name, member));
                    }
                });
            }
        });
        return List.copyOf(names);
    }

    private static String sourceOf(String path) {
        return path.substring(0, path.length() - ".class".length()).split("\\$", 2)[0] + ".java";
    }

    private static Map<String, byte[]> read(Path root) {
        Map<String, byte[]> found = new TreeMap<>();
        for (String folder : SHOWN) {
            if (Files.isDirectory(root.resolve(folder))) {
                try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                    files.filter(file -> file.toString().endsWith(".class") && !file.toString().contains(GENERATED))
                            .forEach(file -> found.put(
                                    root.relativize(file).toString().replace('\\', '/'), bytes(file)));
                } catch (IOException problem) {
                    throw new UncheckedIOException("Compiled classes cannot be read", problem);
                }
            }
        }
        return found;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException problem) {
            throw new UncheckedIOException("A compiled class cannot be read", problem);
        }
    }

    private static void replace(Path folder, Map<String, byte[]> files) {
        empty(folder);
        files.forEach((path, bytes) -> {
            try {
                Files.createDirectories(folder.resolve(path).getParent());
                Files.write(folder.resolve(path), bytes);
            } catch (IOException problem) {
                throw new UncheckedIOException("Compiled classes cannot be kept", problem);
            }
        });
    }

    private static void empty(Path folder) {
        read(folder).keySet().forEach(path -> {
            try {
                Files.delete(folder.resolve(path));
            } catch (IOException problem) {
                throw new UncheckedIOException("Compiled classes that were kept cannot be removed", problem);
            }
        });
    }
}
