package dev.lanes.process;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A running child JVM with its folder. Closing it kills all it started and removes the folder.
public final class WorkerProcess implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WorkerProcess.class.getName());
    /// Whatever a run starts has it in its environment, and is found by it.
    private static final String MARK = "LANES_RUN_FOLDER";
    private static final int LONGEST_LINE = 128 * 1024;
    private static final int LONGEST_ERROR_LINE = 500;
    private static final int LINES_AHEAD = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Process process;
    private final TempFolder folder;
    private final BlockingQueue<Output> outputs = new LinkedBlockingQueue<>();
    private final Semaphore linesAhead = new Semaphore(LINES_AHEAD);
    private final LastLines errors = new LastLines();
    private final Thread outputReader = daemon("lanes-run-output").unstarted(this::readOutput);
    private final Thread errorReader = daemon("lanes-run-errors").unstarted(this::readErrors);
    private final List<Thread> threads =
            List.of(outputReader, errorReader, daemon("lanes-run-exit").unstarted(this::waitForExit));

    /// What comes out of the process.
    public sealed interface Output {
        record Line(String text) implements Output {}

        /// The process is gone and all its lines were handed out.
        record Ended(int exitCode) implements Output {}

        /// Nothing came for as long as was to be waited.
        record Silence() implements Output {}

        /// [#interrupt] was called.
        record Interrupted() implements Output {}
    }

    private WorkerProcess(Process process, TempFolder folder) {
        this.process = process;
        this.folder = folder;
    }

    public static WorkerProcess start(WorkerCommand command, List<String> arguments) throws IOException {
        TempFolder folder = TempFolder.createIn(Path.of(System.getProperty("java.io.tmpdir")));
        WorkerProcess worker;
        try {
            ProcessBuilder builder = new ProcessBuilder(command.line(folder.path(), arguments));
            builder.directory(folder.path().toFile());
            command.isolation().strip(builder.environment(), folder.path());
            builder.environment().putAll(command.environment());
            builder.environment().put(MARK, folder.path().toString());
            Process process = builder.start();
            Orphans.spare(process);
            worker = new WorkerProcess(process, folder);
        } catch (Throwable problem) {
            folder.close();
            throw problem;
        }
        try {
            worker.threads.forEach(Thread::start);
            return worker;
        } catch (Throwable noThread) {
            worker.close();
            throw noThread;
        }
    }

    /// Writes a line to the process and keeps its input open: the process takes the input's end for the server's.
    public void send(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    public Output next(Duration limit) throws InterruptedException {
        Output output = outputs.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (output instanceof Output.Line) {
            linesAhead.release();
        }
        return output == null ? new Output.Silence() : output;
    }

    boolean alive() {
        return process.isAlive();
    }

    /// Makes [#next] return, from another thread.
    public void interrupt() {
        outputs.add(new Output.Interrupted());
    }

    /// Gives the process a moment to end by itself.
    void awaitExit() throws InterruptedException {
        process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    public LastLines errors() {
        return errors;
    }

    @Override
    public void close() {
        kill();
        threads.forEach(Thread::interrupt);
        for (Closeable opened : List.of(process.getInputStream(), process.getErrorStream(), folder)) {
            try {
                opened.close();
            } catch (IOException problem) {
                LOG.log(System.Logger.Level.WARNING, "Not everything of a run could be removed", problem);
            }
        }
        try {
            for (Thread thread : threads) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    /// If the processes cannot be listed, as without file descriptors, at least the one that is known goes.
    private void kill() {
        try {
            new ProcessTree(process.toHandle(), folder.path().toString()).kill();
        } catch (RuntimeException unlisted) {
            LOG.log(System.Logger.Level.WARNING, "Not every process of a run could be found", unlisted);
            process.destroyForcibly();
        }
    }

    private void readOutput() {
        try {
            BoundedLines lines = new BoundedLines(process.getInputStream(), LONGEST_LINE);
            for (String line = lines.next(); line != null; line = lines.next()) {
                linesAhead.acquire();
                outputs.add(new Output.Line(line));
            }
        } catch (IOException | InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void readErrors() {
        try {
            BoundedLines lines = new BoundedLines(process.getErrorStream(), LONGEST_ERROR_LINE);
            for (String line = lines.next(); line != null; line = lines.next()) {
                errors.add(line);
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// A process that the worker started may hold the streams open, so their end is not waited for without limit.
    private void waitForExit() {
        try {
            int exitCode = process.waitFor();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            for (Thread reader : List.of(errorReader, outputReader)) {
                reader.join(Duration.ofNanos(deadline - System.nanoTime()));
            }
            outputs.add(new Output.Ended(exitCode));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread.Builder daemon(String name) {
        return Thread.ofPlatform().daemon().name(name);
    }
}
