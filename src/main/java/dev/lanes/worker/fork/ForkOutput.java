package dev.lanes.worker.fork;

import dev.lanes.event.Operation;
import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.stats.Fact;
import dev.lanes.stats.ForkSamples;
import dev.lanes.stats.Iteration;
import dev.lanes.worker.check.Comparison;
import dev.lanes.worker.check.Figures;
import dev.lanes.worker.counters.IterationFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/// JMH's listener: turns every iteration of one fork into an event and keeps the last lines of what is printed.
///
/// JMH calls it from the thread that talks to the fork, and calls `close` twice.
final class ForkOutput implements OutputFormat {
    private static final int KEPT_LINES = 20;

    private final Plan.Case measured;
    private final int round;
    private final Consumer<RunEvent> events;
    private final List<Iteration> iterations = new ArrayList<>();
    private final Deque<String> lines = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private Optional<Comparison> comparison = Optional.empty();
    private Map<String, Double> figures = Map.of();

    ForkOutput(Plan.Case measured, int round, Consumer<RunEvent> events) {
        this.measured = measured;
        this.round = round;
        this.events = events;
    }

    @Override
    public synchronized void iterationResult(
            BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult result) {
        // Of calls that are timed one by one JMH tells the time of a whole batch.
        int calls = measured.execution().callByCall() ? params.getBatchSize() : 1;
        double nsPerOp = result.getPrimaryResult().getScore() / calls;
        boolean warmup = params.getType() == IterationType.WARMUP;
        Iteration noted = new Iteration(warmup, nsPerOp, IterationFacts.from(result.getSecondaryResults()));
        iterations.add(noted);
        if (!warmup) {
            comparison = Comparison.from(result.getSecondaryResults()).or(() -> comparison);
            figures = Figures.from(result.getSecondaryResults());
        }
        RunEvent.Phase phase = warmup ? RunEvent.Phase.WARMUP : RunEvent.Phase.MEASURE;
        Double cpuNsPerOp = noted.facts().get(Fact.CPU_NS_PER_OP);
        events.accept(new RunEvent.Sample(measured.key(), phase, round, iteration, nsPerOp, cpuNsPerOp));
    }

    /// Whether the fork came to the check of its output.
    synchronized boolean checked() {
        return comparison.isPresent();
    }

    /// @param watched what was seen of the fork's workers
    synchronized ForkResult result(Optional<Operation> watched) {
        return new ForkResult(new ForkSamples(iterations), comparison, figures, watched);
    }

    synchronized String lastLines() {
        return String.join("\n", lines);
    }

    @Override
    public synchronized void print(String text) {
        text.chars().forEach(this::write);
    }

    @Override
    public synchronized void println(String text) {
        print(text + "\n");
    }

    @Override
    public void verbosePrintln(String text) {
        println(text);
    }

    @Override
    public synchronized void write(int character) {
        if (character != '\n') {
            line.append((char) character);
            return;
        }
        lines.addLast(line.toString());
        line.setLength(0);
        if (lines.size() > KEPT_LINES) {
            lines.removeFirst();
        }
    }

    @Override
    public synchronized void write(byte[] characters) {
        print(new String(characters));
    }

    @Override
    public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {}

    @Override
    public void startBenchmark(BenchmarkParams benchmark) {}

    @Override
    public void endBenchmark(BenchmarkResult result) {}

    @Override
    public void startRun() {}

    @Override
    public void endRun(Collection<RunResult> result) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
