package dev.lanes.workshop;

import dev.lanes.event.EventLine;
import dev.lanes.event.edit.Edit;
import dev.lanes.process.WaitingWorker;
import dev.lanes.process.WorkerCommand;
import dev.lanes.process.WorkerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Compiles edited files in a process of its own, one edit at a time, so that code that breaks a compiler does not
/// break the server.
public final class Compiler implements AutoCloseable {
    /// The largest file, in bytes of UTF-8.
    public static final int LARGEST_FILE = 64 * 1024;
    /// The most files in one edit.
    public static final int MOST_FILES = 8;

    /// How long it may take.
    public static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int REMEMBERED = 4;
    private static final List<String> FLAGS = List.of(
            "--add-modules=jdk.incubator.vector", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError", "-XX:+DisplayVMOutputToStderr");

    private final WaitingWorker processes;
    private final Duration limit;
    private final LinkedHashMap<List<Edit>, Compiled> known = new LinkedHashMap<>();

    /// @param command of the measuring process, whose class path the edited code is compiled against
    /// @param ahead whether a process waits for the next edit once there was a first
    /// @param limit on one edit
    public Compiler(WorkerCommand command, boolean ahead, Duration limit) {
        this.limit = limit;
        processes = new WaitingWorker(command.running(CompilerMain.class.getName(), FLAGS), ahead);
    }

    /// @param edits of files that the project has, each once
    public synchronized Compiled compile(List<Edit> edits) throws InterruptedException {
        List<CodeProblem> unreadable = edits.stream().flatMap(edit -> TextCheck.problem(edit).stream()).toList();
        if (!unreadable.isEmpty()) {
            return new Compiled(Map.of(), unreadable);
        }
        Compiled before = known.get(edits);
        if (before != null) {
            return before;
        }
        Compiled compiled = compiled(edits);
        if (compiled.ok()) {
            known.put(List.copyOf(edits), compiled);
            if (known.size() > REMEMBERED) {
                known.pollFirstEntry();
            }
        }
        return compiled;
    }

    private Compiled compiled(List<Edit> edits) throws InterruptedException {
        String first = edits.getFirst().file();
        try (WorkerProcess process = processes.take()) {
            process.send(EventLine.write(CompilerLine.of(edits)));
            return answer(process, first);
        } catch (IOException | IllegalArgumentException broken) {
            return Compiled.refused(first, "The compiler could not be used: " + broken.getMessage() + ".");
        } finally {
            processes.prepare();
        }
    }

    private Compiled answer(WorkerProcess process, String first) throws InterruptedException {
        Map<String, String> classes = new LinkedHashMap<>();
        List<CodeProblem> problems = new ArrayList<>();
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            switch (process.next(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
                case WorkerProcess.Output.Line text -> {
                    CompilerLine line = EventLine.read(text.text(), CompilerLine.class);
                    if (line.done()) {
                        return new Compiled(classes, problems);
                    } else if (line.problem() != null) {
                        problems.add(line.problem());
                    } else {
                        classes.put(line.path(), line.bytes());
                    }
                }
                case WorkerProcess.Output.Silence silence -> {
                    return Compiled.refused(
                            first, "The compiler was ended after %s s.".formatted(limit.toSeconds()));
                }
                case WorkerProcess.Output.Ended ended -> {
                    return Compiled.refused(first, process.errors().contain("OutOfMemoryError")
                            ? "The compiler ran out of memory at this code."
                            : "The compiler ended early, with exit code " + ended.exitCode() + ".");
                }
                case WorkerProcess.Output.Interrupted interrupted -> throw new InterruptedException();
            }
        }
    }

    @Override
    public void close() {
        processes.close();
    }
}
