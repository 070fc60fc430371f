package dev.lanes.worker;

import dev.lanes.event.Ceilings;
import dev.lanes.event.EventLine;
import dev.lanes.event.Plan;
import dev.lanes.event.Problem;
import dev.lanes.event.RunEvent;
import dev.lanes.worker.ceilings.CeilingDoubt;
import dev.lanes.worker.ceilings.CeilingRounds;
import dev.lanes.worker.fork.ClassArchive;
import dev.lanes.worker.fork.ForkFailure;
import dev.lanes.worker.look.Look;
import dev.lanes.worker.machine.Hardware;
import dev.lanes.worker.machine.MachineProbe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// The main class of the measuring process.
///
/// Without an argument it measures the plan on its standard input. With `--machine` it prints what it knows of the
/// machine, and with `--ceilings` what that can do at most, after measuring it. Standard output carries JSON lines
/// only; whatever else is printed goes to standard error.
public final class Worker {
    private static final int FAILED = 1;
    /// Ceilings were measured and cannot be right; why is the last line on standard error.
    private static final int DOUBTFUL = 4;

    private Worker() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream lines = System.out;
        System.setOut(System.err);
        if (arguments.length == 1 && arguments[0].equals("--machine")) {
            lines.println(EventLine.write(MachineProbe.read()));
            return;
        }
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        if (arguments.length == 1 && arguments[0].equals("--ceilings")) {
            Leash.hold(input);
            System.exit(measureCeilings(() -> CeilingRounds.measure(MachineProbe.read()), lines, System.err));
        }
        loadAhead();
        String plan = input.readLine();
        if (plan == null) {
            throw new IOException("No plan on standard input");
        }
        Leash.hold(input);
        try (EventPrinter events = new EventPrinter(lines)) {
            measure(EventLine.read(plan, Plan.class), events);
        }
        // The leash still waits for the server; nothing else is left to do.
        System.exit(0);
    }

    /// What gives ceilings, or does not.
    @FunctionalInterface
    public interface CeilingSource {
        Ceilings measure() throws RunnerException;
    }

    /// Prints ceilings, or why there are none.
    ///
    /// @return the exit code
    public static int measureCeilings(CeilingSource source, PrintStream lines, PrintStream errors) {
        try {
            lines.println(EventLine.write(source.measure()));
            return 0;
        } catch (RunnerException failure) {
            failure.printStackTrace(errors);
            return FAILED;
        } catch (CeilingDoubt doubt) {
            errors.println(doubt.getMessage());
            return DOUBTFUL;
        }
    }

    /// Loads what a plan will need, since the process may have to wait for one.
    private static void loadAhead() {
        EventLine.write(new RunEvent.Progress(0, 0));
        Hardware.read();
        try {
            new Runner(new OptionsBuilder().include("^$").verbosity(VerboseMode.SILENT).build()).run();
        } catch (RunnerException none) {
            // As expected: no benchmark has that name.
        }
        ClassArchive.prepare();
    }

    private static void measure(Plan plan, EventPrinter events) {
        try {
            if (plan.look()) {
                new Look(plan, events).run();
            } else {
                new Rounds(plan, events).run();
            }
        } catch (ForkFailure failure) {
            events.accept(new RunEvent.Failed(new Problem(failure.getMessage(), failure.detail())));
        }
    }
}
