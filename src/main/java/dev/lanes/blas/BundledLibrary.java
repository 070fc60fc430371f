package dev.lanes.blas;

import dev.lanes.data.CacheFolder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The OpenBLAS that comes with the app, as Bytedeco's jar for one platform holds it: the library and those it needs,
/// side by side in a folder of the jar.
///
/// @param jar where it is packed
/// @param version of the jar, such as "0.3.30-1.5.12"
record BundledLibrary(URL jar, String version) {
    /// In the jars of all platforms. The server looks for it, too, to put the jar on the worker's class path.
    private static final String MARK = "META-INF/maven/org.bytedeco/openblas/pom.properties";
    private static final String FOLDER = "org/bytedeco/openblas/" + platform() + "/";

    /// The library could not be written to disk, from where alone it can be loaded.
    static final class UnpackingException extends RuntimeException {
        UnpackingException(IOException problem) {
            super("the OpenBLAS that comes with Lanes could not be unpacked (" + problem + ")", problem);
        }
    }

    /// Empty where no such jar is on the class path.
    static Optional<BundledLibrary> onTheClassPath() {
        URL mark = BundledLibrary.class.getClassLoader().getResource(MARK);
        if (mark == null) {
            return Optional.empty();
        }
        try (InputStream text = mark.openStream()) {
            Properties properties = new Properties();
            properties.load(text);
            return Optional.of(new BundledLibrary(mark, properties.getProperty("version")));
        } catch (IOException problem) {
            throw new UnpackingException(problem);
        }
    }

    /// The library's file in a folder that outlives the process, written there unless an earlier process has done so.
    ///
    /// @throws UnpackingException where it cannot be written, or the jar is for another platform
    Path unpackedIn(CacheFolder cache) {
        try {
            JarURLConnection connection = (JarURLConnection) jar.openConnection();
            connection.setUseCaches(false);
            try (JarFile opened = connection.getJarFile()) {
                return unpack(opened, cache, "openblas-" + version + "-" + platform());
            }
        } catch (IOException problem) {
            throw new UnpackingException(problem);
        }
    }

    /// Loads the libraries beside the given one, for as long as the process lives. The linker takes them for those that
    /// the given one needs. By itself it would look for some of them in the system only, as one (libgfortran) has no
    /// search path of its own for what it needs (libquadmath), and most container images have neither.
    static void loadNeighbours(Path library) {
        List<Path> waiting = neighbours(library);
        int before;
        do {
            before = waiting.size();
            // One that needs another of them can be loaded after that one only.
            waiting = waiting.stream().filter(file -> !loads(file)).toList();
        } while (!waiting.isEmpty() && waiting.size() < before);
    }

    private static List<Path> neighbours(Path library) {
        try (Stream<Path> files = Files.list(library.getParent())) {
            return files.filter(file -> !file.equals(library) && !file.toString().endsWith(CacheFolder.PART)).toList();
        } catch (IOException problem) {
            throw new UnpackingException(problem);
        }
    }

    private static boolean loads(Path file) {
        try {
            SymbolLookup.libraryLookup(file, Arena.global());
            return true;
        } catch (IllegalArgumentException notYet) {
            return false;
        }
    }

    private static Path unpack(JarFile jar, CacheFolder cache, String folder) throws IOException {
        List<JarEntry> libraries = Collections.list(jar.entries()).stream().filter(BundledLibrary::needed).toList();
        JarEntry first = libraries.stream()
                .filter(entry -> name(entry).startsWith("libopenblas"))
                .findFirst()
                .orElseThrow(() -> new IOException(jar.getName() + " holds no library for " + platform()));
        for (JarEntry library : libraries) {
            unpack(jar, library, cache, folder + "/" + name(library));
        }
        return cache.path().resolve(folder).resolve(name(first));
    }

    private static void unpack(JarFile jar, JarEntry library, CacheFolder cache, String name) throws IOException {
        Path file = cache.path().resolve(name);
        if (Files.exists(file) && Files.size(file) == library.getSize()) {
            return;
        }
        cache.write(name, part -> {
            try (InputStream content = jar.getInputStream(library)) {
                Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            }
        });
    }

    /// The library and those it needs, without Bytedeco's own bindings.
    private static boolean needed(JarEntry entry) {
        return entry.getName().startsWith(FOLDER)
                && name(entry).matches("lib(?!jni)[^/]+\\.(so|so\\.\\d+|dylib)");
    }

    private static String name(JarEntry entry) {
        return entry.getName().substring(FOLDER.length());
    }

    /// As Bytedeco names it, such as "linux-x86_64".
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return (system.startsWith("mac") ? "macosx" : system.startsWith("windows") ? "windows" : system)
                + "-" + (processor.equals("aarch64") ? "arm64" : processor.equals("amd64") ? "x86_64" : processor);
    }
}
