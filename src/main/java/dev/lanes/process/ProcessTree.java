package dev.lanes.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A process, all it started, and all that carries its mark in the command line or, on Linux, in the environment.
///
/// The environment is handed on to whatever a process starts, as edited code may do.
///
/// The mark is needed because a process outlives its parent: once the parent is gone, nothing else tells whose it was.
record ProcessTree(ProcessHandle root, String mark) {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final int SWEEPS = 20;

    /// Kills the tree and waits until it is gone. Descendants go first, while they can still be found; a parent may
    /// start another meanwhile, so the sweep repeats until it finds nothing.
    void kill() {
        end(withDescendants(root).toList());
        killMarked();
        Orphans.reap(List.of());
    }

    private void killMarked() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            List<ProcessHandle> left = marked().flatMap(ProcessTree::withDescendants).toList();
            if (left.isEmpty()) {
                return;
            }
            end(left);
        }
    }

    private Stream<ProcessHandle> marked() {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self)
                .filter(process -> process.info().commandLine().filter(line -> line.contains(mark)).isPresent()
                        || environmentHasMark(process));
    }

    private boolean environmentHasMark(ProcessHandle process) {
        try {
            Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
            return Files.isReadable(environment)
                    && new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1).contains(mark);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private static Stream<ProcessHandle> withDescendants(ProcessHandle process) {
        return Stream.concat(process.descendants(), Stream.of(process));
    }

    private static void end(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!processes.stream().allMatch(ProcessTree::gone) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        Orphans.reap(processes);
    }

    /// A dead process whose parent has not yet taken note still counts as alive, but has no command any more.
    private static boolean gone(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }
}
