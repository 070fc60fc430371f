package dev.lanes.worker.fork;

import dev.lanes.annotation.Experiment;
import dev.lanes.data.CacheFolder;
import dev.lanes.event.Plan;
import dev.lanes.worker.check.OutputCheck;
import dev.lanes.worker.counters.IterationFacts;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// The classes that every fork loads, in a file that a JVM maps instead of reading and verifying them one by one: the
/// JDK's class-data sharing. A fork starts a tenth of a second sooner by it.
///
/// The file has neither profiles nor compiled code, so a score does not depend on it. It is made once for a JDK and a
/// class path, from the names of the classes that a fork of one experiment loads, and kept where later processes find it.
/// Only classes in jars can be in it. A JVM that cannot use it starts without it.
public final class ClassArchive {
    private static final int KEPT = 4;

    private static volatile Optional<Path> made = Optional.empty();

    private ClassArchive() {}

    /// Finds the archive, or makes it, which takes some two seconds. Where it cannot be made, forks do without.
    public static void prepare() {
        List<Path> jars = jars();
        if (jars.isEmpty()) {
            return;
        }
        for (CacheFolder folder : CacheFolder.lasting()) {
            try {
                made = Optional.of(in(folder, jars));
                return;
            } catch (IOException problem) {
                System.err.println("Forks load their classes one by one, as no archive could be made: " + problem);
            }
        }
    }

    private static Path in(CacheFolder folder, List<Path> jars) throws IOException {
        String name = "classes-" + key(jars) + ".jsa";
        Path file = folder.path().resolve(name);
        if (!Files.exists(file)) {
            folder.write(name, part -> dump(jars, part));
            forgetOldOnes(folder);
        }
        // In a folder of somebody else's that cannot be.
        file.toFile().setLastModified(System.currentTimeMillis());
        return file;
    }

    /// Every build of the packaged app has its own. Those go that were not used for longest, and what a process left
    /// that was killed while it wrote.
    private static void forgetOldOnes(CacheFolder folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            files.filter(file -> file.getFileName().toString().matches("classes-.*\\.jsa.*"))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed())
                    .skip(KEPT)
                    .forEach(file -> file.toFile().delete());
        }
    }

    /// What a fork with this process's class path is started with to use it; empty where there is none.
    static Optional<String> flag() {
        return made.map(file -> "-XX:SharedArchiveFile=" + file);
    }

    /// The jars that the class path begins with: a JVM takes the archive if its own class path begins with the same.
    private static List<Path> jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .takeWhile(Files::isRegularFile)
                .toList();
    }

    /// Another one for another JDK and for jars that have changed.
    private static String key(List<Path> jars) throws IOException {
        List<String> parts = new ArrayList<>(
                List.of(System.getProperty("java.home"), System.getProperty("java.vm.version")));
        for (Path jar : jars) {
            parts.add(jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar));
        }
        return UUID.nameUUIDFromBytes(parts.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// In the folder of the run first: what a process leaves there that is killed meanwhile, the server removes.
    private static void dump(List<Path> jars, Path file) throws IOException {
        Path classes = Files.createTempFile("classes", ".txt");
        Path archive = Files.createTempFile("classes", ".jsa");
        try {
            list(classes);
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(ForkFlags.ofAny(Plan.USUAL_HEAP_BYTES));
            command.addAll(List.of(
                    "-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + archive,
                    "-cp", jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
            int code = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start().waitFor();
            if (code != 0) {
                throw new IOException("java -Xshare:dump ended with exit code " + code);
            }
            Files.copy(archive, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (RunnerException failure) {
            throw new IOException("no fork could list its classes", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        } finally {
            Files.deleteIfExists(classes);
            Files.deleteIfExists(archive);
        }
    }

    private static void list(Path classes) throws IOException, RunnerException {
        TimeValue time = TimeValue.milliseconds(1);
        List<String> flags = new ArrayList<>(ForkFlags.ofAny(Plan.USUAL_HEAP_BYTES));
        flags.add("-XX:DumpLoadedClassList=" + classes);
        new Runner(new OptionsBuilder()
                .include("^" + Pattern.quote(anyExperiment()) + "$")
                .forks(1).warmupForks(0).threads(1)
                .warmupIterations(1).warmupTime(time)
                .measurementIterations(2).measurementTime(time)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .addProfiler(OutputCheck.class)
                .addProfiler(IterationFacts.class)
                .addProfiler(WarmUp.class)
                .jvmArgs(flags.toArray(String[]::new))
                .build()).run();
    }

    /// One that takes no pool and uses the Vector API.
    private static String anyExperiment() throws IOException {
        try (InputStream list = ClassArchive.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            return BenchmarkList.readBenchmarkList(list).stream()
                    .filter(one -> one.getParams().hasValue() && !one.getParams().get().containsKey("pool"))
                    .map(BenchmarkListEntry::getUsername)
                    .sorted()
                    .filter(ClassArchive::usesVectors)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean usesVectors(String benchmark) {
        int dot = benchmark.lastIndexOf('.');
        try {
            Class<?> type = Class.forName(benchmark.substring(0, dot), false, ClassArchive.class.getClassLoader());
            return type.isAnnotationPresent(Experiment.class)
                    && VectorUse.reaches(type, benchmark.substring(dot + 1));
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }
}
