package dev.lanes.run;

import dev.lanes.event.Problem;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.PlannedRun;
import dev.lanes.process.Cancellation;
import dev.lanes.process.LastLines;
import dev.lanes.process.Measurer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Measures as another does and tells visitors nothing of the server's files: of a failure its sentence but not what
/// was printed, which goes to the log.
record PathHiding(Measurer measurer) implements Measurer {
    private static final System.Logger LOG = System.getLogger(PathHiding.class.getName());
    private static final String ELSEWHERE = "The server's log says more.";

    /// What Lanes itself says of a failure. What a process printed seldom looks like it, and never where it is telling.
    private static final Pattern SENTENCE = Pattern.compile("(The|Nothing|An) [^\\n/\\\\]*\\.");

    @Override
    public RunEvent measure(PlannedRun planned, Consumer<RunEvent> events, Cancellation cancellation) {
        RunEvent last = measurer.measure(planned, events, cancellation);
        return last instanceof RunEvent.Failed failed ? new RunEvent.Failed(withoutOutput(failed.problem())) : last;
    }

    private static Problem withoutOutput(Problem problem) {
        LOG.log(System.Logger.Level.WARNING, "A run failed. {0}: {1}", problem.title(), problem.detail());
        int output = problem.detail().indexOf(LastLines.FOLLOW);
        String told = output < 0 ? problem.detail() : problem.detail().substring(0, output);
        return new Problem(problem.title(), (SENTENCE.matcher(told).matches() ? told + " " : "") + ELSEWHERE);
    }
}
