package dev.lanes.blas;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A loaded OpenBLAS: the functions of it that are called here. It stays loaded as long as the process lives.
///
/// Its functions are those of OpenBLAS's `cblas.h`.
///
/// @param file what was loaded
/// @param sgemm `cblas_sgemm`, which takes heap arrays where they are; no garbage is collected during a call
record OpenBlas(
        Path file, MethodHandle sgemm, MethodHandle setThreads, MethodHandle getThreads, MethodHandle getConfig) {
    private static final Pattern NAME_AND_VERSION = Pattern.compile("(\\S+) (\\d\\S*) ?(.*)");
    private static final FunctionDescriptor SGEMM = FunctionDescriptor.ofVoid(
            JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT,
            JAVA_FLOAT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT,
            JAVA_FLOAT, ADDRESS, JAVA_INT);

    /// @throws IllegalArgumentException where the file cannot be loaded, or is no OpenBLAS
    static OpenBlas load(Path file) {
        SymbolLookup symbols = SymbolLookup.libraryLookup(file, Arena.global());
        return new OpenBlas(
                file,
                function(file, symbols, "cblas_sgemm", SGEMM, Linker.Option.critical(true)),
                function(file, symbols, "openblas_set_num_threads", FunctionDescriptor.ofVoid(JAVA_INT)),
                function(file, symbols, "openblas_get_num_threads", FunctionDescriptor.of(JAVA_INT)),
                function(file, symbols, "openblas_get_config", FunctionDescriptor.of(ADDRESS)));
    }

    private static MethodHandle function(
            Path file, SymbolLookup symbols, String name, FunctionDescriptor shape, Linker.Option... options) {
        MemorySegment address = symbols.find(name)
                .orElseThrow(() -> new IllegalArgumentException(file + " is no OpenBLAS: it has no " + name));
        return Linker.nativeLinker().downcallHandle(address, shape, options);
    }

    void useThreads(int count) {
        try {
            setThreads.invokeExact(count);
        } catch (Throwable problem) {
            throw uncallable(problem);
        }
    }

    int threads() {
        try {
            return (int) getThreads.invokeExact();
        } catch (Throwable problem) {
            throw uncallable(problem);
        }
    }

    /// The library as it describes itself.
    BlasFacts facts() {
        Matcher described = NAME_AND_VERSION.matcher(config());
        return described.matches()
                ? new BlasFacts(described.group(1), described.group(2), described.group(3), file)
                : new BlasFacts("OpenBLAS", "", config(), file);
    }

    private String config() {
        try {
            MemorySegment text = (MemorySegment) getConfig.invokeExact();
            return text.reinterpret(Long.MAX_VALUE).getString(0).strip();
        } catch (Throwable problem) {
            throw uncallable(problem);
        }
    }

    private IllegalStateException uncallable(Throwable problem) {
        return new IllegalStateException(file + " could not be called", problem);
    }
}
