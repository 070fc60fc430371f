package dev.lanes.process;

import dev.lanes.data.CacheFolder;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the measuring process is started.
///
/// @param isolation what stands between the process and the system
/// @param flags of its JVM
/// @param environment what it has besides the variables that the isolation leaves it
/// @param classPath absolute, flat: in the packaged app the server's own class path is a single launcher jar
public record WorkerCommand(
        Isolation isolation, Map<String, String> environment, List<String> flags, List<Path> classPath,
        String mainClass) {
    private static final List<String> FLAGS = List.of(
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr");

    /// A file of the jar with the BLAS library, which holds no classes; the build has one for some platforms.
    private static final String BLAS_LIBRARY = "META-INF/maven/org.bytedeco/openblas/pom.properties";

    /// One class of everything that the worker needs.
    private static final List<String> ANCHORS = List.of(
            "org.openjdk.jmh.runner.Runner",
            "joptsimple.OptionParser",
            "org.apache.commons.math3.stat.StatUtils",
            "com.fasterxml.jackson.annotation.JsonProperty",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "oshi.SystemInfo",
            "com.sun.jna.Native",
            "com.sun.jna.platform.unix.LibCAPI",
            "org.slf4j.LoggerFactory",
            // Last, since it may be a folder: jars before it can be in an archive of classes.
            "dev.lanes.event.Plan");

    /// A process like any other of the server.
    public WorkerCommand(List<String> flags, List<Path> classPath, String mainClass) {
        this(Isolation.none(), Map.of(), flags, classPath, mainClass);
    }

    /// The worker itself, with the JIT compilers that any JVM has, whatever the server runs with.
    public static WorkerCommand ofTheApp(ClassLoader loader) {
        return new WorkerCommand(FLAGS, flatClassPath(loader), "dev.lanes.worker.Worker");
    }

    /// The same process with one more flag for its JVM.
    public WorkerCommand with(String flag) {
        return new WorkerCommand(
                isolation, environment, Stream.concat(flags.stream(), Stream.of(flag)).toList(), classPath, mainClass);
    }

    /// Another process with the same class path.
    public WorkerCommand running(String otherMainClass, List<String> otherFlags) {
        return new WorkerCommand(isolation, environment, otherFlags, classPath, otherMainClass);
    }

    /// The same process behind that isolation.
    public WorkerCommand behind(Isolation other) {
        return new WorkerCommand(other, environment, flags, classPath, mainClass);
    }

    public static List<Path> flatClassPath(ClassLoader loader) {
        return Stream.concat(
                        ANCHORS.stream().map(anchor -> placeOf(anchor, loader)),
                        Optional.ofNullable(loader.getResource(BLAS_LIBRARY)).map(WorkerCommand::jarOf).stream())
                .toList();
    }

    /// The same process with another BLAS library than the one it would find.
    ///
    /// @param library a file, or "none"
    public WorkerCommand withBlas(String library) {
        // The process runs in another folder, where a relative path would lead elsewhere.
        return with("-Dlanes.blas=" + (library.equals("none") ? library : Path.of(library).toAbsolutePath()));
    }

    /// The same process with a folder for what it keeps for later ones, if the user's cannot be used.
    public WorkerCommand withLibrariesIn(Path folder) {
        return new WorkerCommand(isolation, Map.of(CacheFolder.VARIABLE, folder.toString()), flags, classPath, mainClass);
    }

    /// From `jar:file:/a/path.jar!/a/file`.
    private static Path jarOf(URL file) {
        String address = file.toString();
        return Path.of(URI.create(address.substring("jar:".length(), address.lastIndexOf("!/"))));
    }

    private static Path placeOf(String className, ClassLoader loader) {
        try {
            Class<?> anchor = Class.forName(className, false, loader);
            return Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException problem) {
            throw new IllegalStateException("The worker needs " + className, problem);
        }
    }

    /// The folder's name comes first: the operating system may show no more than the beginning of a command line.
    List<String> line(Path folder, List<String> arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> line = new ArrayList<>(isolation.before());
        line.addAll(List.of(java, "-Djava.io.tmpdir=" + folder, "-Djna.tmpdir=" + folder));
        Stream.of(flags, List.of("-cp", path, mainClass), arguments).forEach(line::addAll);
        return line;
    }
}
