package dev.lanes.blas;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The places where systems put an OpenBLAS that has threads.
final class SystemLibraries {
    private static final List<String> PLACES = List.of(
            // Debian and its relatives: the build with threads of its own comes before whichever is the default.
            "/usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblas.so.0",
            "/usr/lib/aarch64-linux-gnu/openblas-pthread/libopenblas.so.0",
            "/usr/lib/x86_64-linux-gnu/libopenblas.so.0",
            "/usr/lib/aarch64-linux-gnu/libopenblas.so.0",
            // Fedora and its relatives: without the p it would be the one that has no threads.
            "/usr/lib64/libopenblasp.so.0",
            // Arch and Alpine.
            "/usr/lib/libopenblas.so.0",
            "/usr/lib/libopenblas.so.3",
            // Homebrew on Apple's processors, on Intel's, and on Linux.
            "/opt/homebrew/opt/openblas/lib/libopenblas.dylib",
            "/usr/local/opt/openblas/lib/libopenblas.dylib",
            "/home/linuxbrew/.linuxbrew/opt/openblas/lib/libopenblas.so");

    private SystemLibraries() {}

    /// Those that this system has, the best first.
    static List<Path> present() {
        return PLACES.stream().map(Path::of).filter(Files::exists).toList();
    }
}
