package dev.lanes.experiment.habits;

import dev.lanes.kernel.Primes;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A JVM that counts primes, and our end of its pipes.
///
/// To it go pairs of numbers, the first and the end of a range, and from it comes one
/// number for each pair; all are four bytes long.
final class PrimeProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final Process process;
    private final DataOutputStream questions;
    private final DataInputStream answers;

    private PrimeProcess(Process process) {
        this.process = process;
        questions = new DataOutputStream(
                new BufferedOutputStream(process.getOutputStream()));
        answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /// Starts one with the Java and the class path of this JVM. What it has to complain
    /// of appears among the complaints of this JVM.
    static PrimeProcess start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        Process process = new ProcessBuilder(
                        java, "-XX:+UseSerialGC", "-Xmx64m", "-XX:-UsePerfData",
                        // Or a warning of the JVM would be read as an answer.
                        "-XX:+DisplayVMOutputToStderr",
                        "-cp", classPath, PrimeProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new PrimeProcess(process);
    }

    /// Counts primes until its standard input ends: closed by the JVM that started it, or
    /// by the operating system when that JVM is gone.
    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(System.out);
        try {
            while (true) {
                int from = in.readInt();
                int to = in.readInt();
                out.writeInt(Primes.count(from, to));
                out.flush();
            }
        } catch (EOFException end) {
            // Nobody will ask again.
        }
    }

    /// Sends a range off, without waiting for its answer.
    void ask(int from, int to) throws IOException {
        questions.writeInt(from);
        questions.writeInt(to);
        questions.flush();
    }

    /// Waits for the answer to the first question that has none yet.
    int answer() throws IOException {
        return answers.readInt();
    }

    /// Ends the process and waits until it is gone.
    @Override
    public void close() {
        try {
            questions.close();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (IOException alreadyGone) {
            // There is nobody left to tell.
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
