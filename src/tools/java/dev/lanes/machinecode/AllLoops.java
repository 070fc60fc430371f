package dev.lanes.machinecode;

import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.catalog.ExperimentClasses;
import dev.lanes.catalog.Sources;
import dev.lanes.event.RunEvent;
import dev.lanes.event.look.MachineCode;
import dev.lanes.event.look.Profile;
import dev.lanes.plan.Limits;
import dev.lanes.plan.Offers;
import dev.lanes.plan.PlannedRun;
import dev.lanes.plan.RunPlanner;
import dev.lanes.plan.RunRequest;
import dev.lanes.process.Cancellation;
import dev.lanes.process.MachineProbe;
import dev.lanes.process.WaitingWorker;
import dev.lanes.process.WorkerCommand;
import dev.lanes.process.WorkerMeasurer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Looks into every variant of the experiments and writes `docs/results/machine-code.md`: the sentence of its hot loop,
/// or why it has none. Arguments are ids of experiments; without any it takes all of them and writes the table.
public final class AllLoops {
    private static final ClassLoader LOADER = AllLoops.class.getClassLoader();
    private static final Limits LIMITS =
            new Limits(Limits.UNLIMITED, Duration.ofMinutes(2), 4, Duration.ofMinutes(1), 100_000);
    private static final Path TABLE = Path.of("docs", "results", "machine-code.md");
    /// What begins so is of other commands, and stays.
    private static final String BY_OTHERS = "## Seconds of a look";
    private static final String HEAD = """
            # Machine code of every variant

            The hot loop of each variant, looked at on %s, Java %s, with the default parameters;
            pooled variants on two platform threads. Written by
            `java -cp target/test-classes:target/classes:$(cat target/classpath) dev.lanes.machinecode.AllLoops`. "Where" is
            the line of the source with the most samples.

            """;

    private final Catalog catalog = new Catalog(ExperimentClasses.listedByJmh(LOADER), Sources.ofTheApp(LOADER));
    private final WorkerCommand command = WorkerCommand.ofTheApp(LOADER);
    private final MachineProbe machine = new MachineProbe(command);
    private final RunPlanner planner = new RunPlanner(catalog, () -> 1, machine::capacity, Offers.EVERYTHING);
    private final WaitingWorker workers = new WaitingWorker(command.with("-XX:TieredStopAtLevel=1"), true);
    private final StringBuilder table = new StringBuilder();

    public static void main(String[] ids) throws IOException {
        AllLoops all = new AllLoops();
        try {
            for (ExperimentCard card : all.catalog.experiments()) {
                if (ids.length == 0 || List.of(ids).contains(card.id())) {
                    all.look(card);
                }
            }
            if (ids.length == 0) {
                var here = all.machine.read().join();
                String before = Files.readString(TABLE);
                Files.writeString(TABLE, HEAD.formatted(here.cpuModel(), here.javaVersion()) + all.table
                        + before.substring(before.indexOf(BY_OTHERS)));
            }
        } finally {
            all.workers.close();
        }
    }

    private List<RunEvent> events(ExperimentCard card, ExperimentCard.Variant variant) {
        PlannedRun planned = planner.plan(new RunRequest(
                card.id(), Map.of(), List.of(variant.id()), variant.pooled() ? List.of("platform") : null,
                variant.pooled() ? List.of(BigDecimal.TWO) : null, "quick", null, null, null, null, null, null));
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        RunEvent last = new WorkerMeasurer(workers, LIMITS)
                .measure(planned.asLook(), events::add, new Cancellation());
        if (last instanceof RunEvent.Failed) {
            events.add(last);
        }
        return events;
    }

    private void look(ExperimentCard card) {
        line("## %s: %s%n".formatted(card.title(), card.question()));
        line("| variant | hot loop | samples | where |");
        line("|---|---|---|---|");
        for (ExperimentCard.Variant variant : card.variants()) {
            String lack = planner.lack(variant).orElse(null);
            if (lack != null) {
                line("| %s | cannot run here: %s | | |".formatted(variant.id(), lack));
                continue;
            }
            long begin = System.nanoTime();
            List<RunEvent> events = events(card, variant);
            System.err.printf(Locale.ROOT, "%.1f s%n", (System.nanoTime() - begin) / 1e9);
            line("| %s | %s".formatted(variant.id(), events.getLast() instanceof RunEvent.Failed failed
                    ? "failed: %s | | |".formatted(failed.problem().detail().lines().findFirst().orElse(""))
                    : code(events)));
        }
        line("");
    }

    private static String code(List<RunEvent> events) {
        MachineCode code = find(events, RunEvent.Code.class).machineCode();
        Profile profile = events.stream().anyMatch(RunEvent.Profiled.class::isInstance)
                ? find(events, RunEvent.Profiled.class).profile()
                : null;
        String where = profile == null || profile.lines().isEmpty()
                ? ""
                : "%s:%s, %.0f %%".formatted(
                        Path.of(profile.lines().getFirst().file()).getFileName(), profile.lines().getFirst().line(),
                        100 * profile.lines().getFirst().share());
        return "%s | %s | %s |".formatted(
                code.missing() != null ? code.missing().text()
                        : code.loop() == null ? "`%s` has no loop: it runs straight through.".formatted(code.method())
                        : "`%s`: %s".formatted(code.method(), code.loop().sentence()),
                profile == null ? 0 : profile.samples(), where);
    }

    private static <T extends RunEvent> T find(List<RunEvent> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private void line(String text) {
        System.out.println(text);
        table.append(text).append('\n');
    }
}
