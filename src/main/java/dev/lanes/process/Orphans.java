package dev.lanes.process;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// The dead processes that nobody takes note of. When a process dies, those it had started become children of process
/// 1; if they die, too, they stay in the table of processes until their parent asks for their exit code. In a container
/// process 1 is the server, and Java asks only for those that it has started itself.
final class Orphans {
    private static final System.Logger LOG = System.getLogger(Orphans.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final int DO_NOT_WAIT = 1;

    /// Processes of the server's own, whose exit codes are for Java.
    private static final Set<Long> OWN = ConcurrentHashMap.newKeySet();

    private Orphans() {}

    /// Leaves the exit code of this process, which the server has just started, to Java.
    static void spare(Process own) {
        OWN.add(own.pid());
        own.onExit().thenRun(() -> OWN.remove(own.pid()));
    }

    /// Takes note of every dead child that the server did not start. The system takes its time with the end of a
    /// large process, so this waits until none is left, but not for long.
    ///
    /// @param killed processes that may be about to become such children
    static void reap(List<ProcessHandle> killed) {
        Set<Long> pids = killed.stream().map(ProcessHandle::pid).collect(Collectors.toSet());
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (reapedSome() || killed.stream().flatMap(process -> process.parent().stream())
                .anyMatch(parent -> pids.contains(parent.pid()))) {
            if (System.nanoTime() > deadline) {
                LOG.log(System.Logger.Level.WARNING, "Some dead processes stay.");
                return;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /// Whether there were any.
    private static boolean reapedSome() {
        List<ProcessHandle> dead = ProcessHandle.current().children()
                .filter(child -> !OWN.contains(child.pid()) && child.info().command().isEmpty())
                .toList();
        dead.forEach(child -> Wait.forThe(child.pid()));
        return !dead.isEmpty();
    }

    /// C's `waitpid`, looked up when it is first needed: only as process 1 does the server get children of others.
    private static final class Wait {
        private static final MethodHandle WAITPID = Linker.nativeLinker().defaultLookup().find("waitpid")
                .map(address -> Linker.nativeLinker().downcallHandle(address, FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT)))
                .orElse(null);

        private Wait() {}

        static void forThe(long pid) {
            if (WAITPID == null) {
                return;
            }
            try {
                int answer = (int) WAITPID.invokeExact((int) pid, MemorySegment.NULL, DO_NOT_WAIT);
                LOG.log(System.Logger.Level.DEBUG, "Process {0} is dead: waitpid says {1}", pid, answer);
            } catch (Throwable impossible) {
                LOG.log(System.Logger.Level.WARNING, "A dead process stays", impossible);
            }
        }
    }
}
