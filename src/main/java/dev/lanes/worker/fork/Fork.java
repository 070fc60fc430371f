package dev.lanes.worker.fork;

import dev.lanes.event.Operation;
import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.event.edit.Edited;
import dev.lanes.worker.check.OutputCheck;
import dev.lanes.worker.counters.IterationFacts;
import dev.lanes.worker.timeline.TimelineFile;
import dev.lanes.worker.timeline.TimelinePass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.Profiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// One JVM that measures one case: JMH's `Runner` with a single fork.
public final class Fork {
    private static final TimeValue ITERATION_LIMIT = TimeValue.seconds(60);

    private final Plan plan;
    private final Consumer<RunEvent> events;
    private final Optional<Overlay> overlay;
    private final Map<String, Double> seconds = new HashMap<>();

    public Fork(Plan plan, Consumer<RunEvent> events) {
        this.plan = plan;
        this.events = events;
        this.overlay = Overlay.of(plan);
    }

    /// Measures and returns when the JVM has ended; every iteration is an event as soon as it is over.
    ///
    /// @throws ForkFailure where the JVM could not be started or did not end well
    public ForkResult measure(Plan.Case one, int round) {
        Optional<TimelineFile> timeline = TimelineFile.of(one, round);
        ForkOutput output = run(one, round, options(one, timeline));
        Optional<Operation> watched = timeline.flatMap(TimelineFile::take);
        watched.ifPresent(operation -> events.accept(new RunEvent.Timeline(one.key(), operation)));
        if (one.edited() && !output.checked()) {
            throw ForkFailure.early(output.lastLines());
        }
        return output.result(watched);
    }

    /// Runs the case as [#measure] does, for a look into its code: with more flags and one more profiler, and without
    /// the check of its output.
    ///
    /// @throws ForkFailure where the JVM could not be started or did not end well
    public ForkResult look(Plan.Case one, List<String> flags, Class<? extends Profiler> profiler, String argument) {
        List<String> all = new ArrayList<>(ForkFlags.of(plan, one));
        all.addAll(flags);
        ChainedOptionsBuilder options = options(one, all).addProfiler(profiler, argument);
        // Nothing is timed for the record, and somebody waits.
        if (one.execution().callByCall()) {
            options.measurementIterations(1);
        } else {
            options.addProfiler(WarmUp.class, "1");
        }
        return run(one, 1, options.build()).result(Optional.empty());
    }

    private ForkOutput run(Plan.Case one, int round, Options options) {
        if (one.edited()) {
            return runEdit(one, round, options);
        }
        long begin = System.nanoTime();
        ForkOutput output = new ForkOutput(one, round, events);
        try {
            run(one, new Runner(options, output));
        } catch (RunnerException failure) {
            throw ForkFailure.of(one.key(), failure, output.lastLines());
        }
        seconds.put(one.key(), (System.nanoTime() - begin) / 1e9);
        return output;
    }

    /// Within limits: what the fork runs, nobody has seen before.
    private ForkOutput runEdit(Plan.Case one, int round, Options options) {
        try (ForkLimit limit = ForkLimit.start(seconds.getOrDefault(Edited.original(one.key()), Double.NaN))) {
            ForkOutput output = new ForkOutput(one, round, event -> {
                limit.heard();
                events.accept(event);
            });
            try {
                run(one, new Runner(options, output));
            } catch (RunnerException failure) {
                throw ForkFailure.ofEdit(failure, limit.why(), output.lastLines());
            }
            return output;
        }
    }

    private void run(Plan.Case one, Runner runner) throws RunnerException {
        if (overlay.isPresent()) {
            overlay.get().run(one, runner);
        } else {
            runner.run();
        }
    }

    private Options options(Plan.Case one, Optional<TimelineFile> timeline) {
        ChainedOptionsBuilder options = options(one, ForkFlags.of(plan, one));
        // JMH ends profilers in the opposite order: first the warm-up, which takes the time of the iteration, then the
        // facts of it, and then the check and the timeline.
        timeline.ifPresent(file -> options.addProfiler(TimelinePass.class, file.path().toString()));
        options.addProfiler(OutputCheck.class).addProfiler(IterationFacts.class);
        if (!one.execution().callByCall()) {
            options.addProfiler(WarmUp.class);
        }
        return options.build();
    }

    /// What is run, and how often, without any profiler.
    private ChainedOptionsBuilder options(Plan.Case one, List<String> usual) {
        List<String> flags = new ArrayList<>(usual);
        overlay.filter(edit -> one.edited()).map(Overlay::flag).ifPresent(flags::add);
        Plan.Effort effort = plan.effort(one);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(plan.experiment() + "." + one.method()) + "$")
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(1)
                .forks(1)
                .warmupForks(0)
                .warmupIterations(effort.warmupIterations())
                .measurementIterations(effort.measureIterations())
                .timeout(ITERATION_LIMIT)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.NORMAL)
                .jvmArgs(flags.toArray(String[]::new));
        if (one.execution().callByCall()) {
            options.mode(Mode.SingleShotTime).warmupBatchSize(1).measurementBatchSize(1);
        } else {
            TimeValue time = TimeValue.milliseconds(effort.iterationMillis());
            options.mode(Mode.AverageTime).warmupTime(time).measurementTime(time);
        }
        plan.params(one).forEach((name, value) -> options.param(name, value));
        if (one.execution() == Plan.Execution.FROM_COLD) {
            options.param("callsBefore", Integer.toString(one.callsBefore()));
        }
        if (one.pool() != Plan.Pool.SEQUENTIAL) {
            options.param("pool", one.pool().name()).param("workers", Integer.toString(one.workers()));
        }
        return options;
    }
}
