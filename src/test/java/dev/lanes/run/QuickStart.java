package dev.lanes.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// A class path and a flag with which a small JVM starts in a quarter of the time: tests start the fake worker some
/// hundred times. The flag names an archive of the loaded classes, which the JDK makes of jars only, so the folders of
/// the class path become one.
///
/// @param archive is not there if this JDK makes none; the JVM then starts as usual
record QuickStart(List<Path> classPath, Path archive) {
    private static final Path FOLDER = Path.of("target", "quick-start").toAbsolutePath();
    /// Unlike its number this never was another's, whose classes were others.
    private static final String THIS_JVM = ProcessHandle.current().pid() + "-"
            + ProcessHandle.current().info().startInstant().map(Instant::toEpochMilli).orElse(0L);

    /// Made once for this JVM, in files that go with it.
    ///
    /// @param line begins a command; behind it come a class path, the class and an argument with which it ends soon
    static QuickStart of(List<Path> classPath, List<String> line, String mainClass, String argument) {
        try {
            Files.createDirectories(FOLDER);
            Path jar = FOLDER.resolve(THIS_JVM + ".jar");
            Path archive = FOLDER.resolve(THIS_JVM + ".jsa");
            List<Path> jars = new ArrayList<>(List.of(jar));
            classPath.stream().filter(Files::isRegularFile).forEach(jars::add);
            QuickStart start = new QuickStart(jars, archive);
            synchronized (Runtime.getRuntime()) { // The class may be loaded several times, as Quarkus does.
                if (Files.notExists(jar)) {
                    jar.toFile().deleteOnExit();
                    archive.toFile().deleteOnExit();
                    pack(classPath.stream().filter(Files::isDirectory).toList(), jar);
                    start.makeArchive(line, mainClass, argument);
                }
            }
            return start;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    String flag() {
        return "-XX:SharedArchiveFile=" + archive;
    }

    private void makeArchive(List<String> line, String mainClass, String argument) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(line);
        command.addAll(List.of(
                "-XX:ArchiveClassesAtExit=" + archive, "-cp",
                String.join(System.getProperty("path.separator"), classPath.stream().map(Path::toString).toList()),
                mainClass, argument));
        try {
            new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    /// The classes of the project in those folders; the first has precedence.
    private static void pack(List<Path> folders, Path jar) throws IOException {
        Path unfinished = Files.createTempFile(FOLDER, "unfinished", ".jar");
        Set<String> packed = new HashSet<>();
        try (OutputStream file = Files.newOutputStream(unfinished); JarOutputStream out = new JarOutputStream(file)) {
            for (Path folder : folders) {
                List<Path> classes;
                try (Stream<Path> files = Files.walk(folder.resolve("dev"))) {
                    classes = files.filter(one -> one.toString().endsWith(".class")).toList();
                }
                for (Path one : classes) {
                    String name = folder.relativize(one).toString().replace('\\', '/');
                    if (!name.contains("jmh_generated") && packed.add(name)) {
                        out.putNextEntry(new JarEntry(name));
                        Files.copy(one, out);
                    }
                }
            }
        }
        Files.move(unfinished, jar, StandardCopyOption.ATOMIC_MOVE);
    }
}
