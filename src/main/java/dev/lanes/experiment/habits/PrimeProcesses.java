package dev.lanes.experiment.habits;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Processes that count primes: one per processor, and no more than four.
///
/// They run for as long as a variant that takes them as its argument is measured.
@State(Scope.Benchmark)
public class PrimeProcesses {
    private static final int MOST = 4;

    private final List<PrimeProcess> processes = new ArrayList<>();

    /// @throws IOException where a process cannot be started; those that were, are ended
    @Setup
    public void start() throws IOException {
        int count = Math.min(MOST, Runtime.getRuntime().availableProcessors());
        try {
            while (processes.size() < count) {
                processes.add(PrimeProcess.start());
            }
        } catch (IOException failure) {
            end();
            throw failure;
        }
    }

    @TearDown
    public void end() {
        processes.forEach(PrimeProcess::close);
        processes.clear();
    }

    /// Has all tasks counted, `counts.length` of them, and their counts brought back.
    ///
    /// @throws IOException where a process ended before its time
    void countAll(PrimeTasks tasks, int[] counts) throws IOException {
        // All are sent out before the first answer is awaited, or only one would work.
        for (int task = 0; task < counts.length; task++) {
            of(task).ask(tasks.from(task), tasks.from(task + 1));
        }
        for (int task = 0; task < counts.length; task++) {
            counts[task] = of(task).answer();
        }
    }

    private PrimeProcess of(int task) {
        return processes.get(task % processes.size());
    }
}
