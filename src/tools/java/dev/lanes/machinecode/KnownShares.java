package dev.lanes.machinecode;

import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.event.look.Profile;
import dev.lanes.worker.look.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Whether a profile gives a part of the work the share of the processor time that it takes by the clock, in the same
/// fork: takes of [TimedParts], of which the argument says how many.
final class KnownShares {
    private static final String HEAD = """
            | variant | part | sampled | timed | of samples | samples |
            |---|---|---|---|---|---|""";

    private KnownShares() {}

    public static void main(String[] takes) throws IOException {
        System.out.println(HEAD);
        for (int take = 0; take < Integer.parseInt(takes[0]); take++) {
            tell("turnedFirst", Plan.Pool.SEQUENTIAL, "elementwise/VectorElementwise.java");
            tell("oneTaskPerNumber", Plan.Pool.PLATFORM, "Squares.java");
            tell("workers", Plan.Pool.PLATFORM, "net/VectorDense.java");
        }
    }

    /// @param part the end of the name of the part's file
    private static void tell(String method, Plan.Pool pool, String part) throws IOException {
        List<RunEvent> events = new ArrayList<>();
        new Look(plan(method, pool), events::add).run();
        Profile profile = events.stream()
                .filter(RunEvent.Profiled.class::isInstance)
                .map(event -> ((RunEvent.Profiled) event).profile())
                .findFirst()
                .orElseThrow();
        double seen = profile.lines().stream()
                .filter(line -> line.file().endsWith("/" + part))
                .mapToDouble(Profile.LineShare::share)
                .sum();
        System.out.println(String.format(
                Locale.ROOT, "| %s | %s | %s | %s | %s | %d |", method, part,
                profile.covered() == null ? "too few samples" : percent(seen * profile.covered()),
                percent(Double.parseDouble(Files.readString(TimedParts.SHARE))), percent(seen), profile.samples()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /// One worker, so that no second thread shares the part's core.
    private static Plan plan(String method, Plan.Pool pool) {
        Plan.Case one = new Plan.Case(
                method, method, method, pool, 1, Plan.Execution.COMPILED, 0, null, false, null, false);
        return new Plan(
                TimedParts.class.getName(), Map.of(), List.of(one), Plan.Effort.adaptive(1, 1, 1, 1, 100, 0), 1,
                Plan.USUAL_HEAP_BYTES, null, null, List.of(), null, false).asLook();
    }
}
