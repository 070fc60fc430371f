package dev.lanes.worker;

import java.io.IOException;
import java.io.Reader;

/// Ends this process and its forks when the server is gone.
///
/// The server keeps the other end of standard input open for as long as it lives; the end of that stream is the one
/// sign of its death that reaches us on every system, even after a kill -9.
final class Leash {
    private static final int SERVER_GONE = 3;

    private Leash() {}

    /// Watches from a daemon thread, which sleeps in a read all the while.
    static void hold(Reader standardInput) {
        Thread.ofPlatform().daemon().name("leash").start(() -> {
            waitForEnd(standardInput);
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            Runtime.getRuntime().exit(SERVER_GONE);
        });
    }

    private static void waitForEnd(Reader standardInput) {
        try {
            while (standardInput.read() >= 0) {
                // The server has nothing more to say; only the end counts.
            }
        } catch (IOException broken) {
            // A broken stream is an end, too.
        }
    }
}
