package dev.lanes.trust;

import dev.lanes.event.EventLine;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Speedup;
import dev.lanes.stats.verdict.SpeedupWords;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Two variants with the same code, measured by the worker as the server starts it: nothing may be called faster.
final class IdenticalCode implements Check {
    @Override
    public String name() {
        return "Identical code";
    }

    @Override
    public Line run(PackagedServer server, Scale scale) throws Exception {
        Plan plan = Plans.plan(
                Twins.class.getName(), Map.of(), List.of(alone("first"), alone("second")), scale.effort().effort(), 1);
        RunEvent.Scored scored = scored(measured(server, plan));
        Speedup speedup = scored.speedup();
        return new Line(
                name(),
                "two variants with the same code at %s effort: no clear difference".formatted(scale.effort().id()),
                "%s; light: %s".formatted(
                        SpeedupWords.of(speedup), scored.trust().level().name().toLowerCase(Locale.ROOT)),
                !SpeedupWords.faster(speedup) && !SpeedupWords.slower(speedup));
    }

    private static Plan.Case alone(String method) {
        return Plans.compiled(method, method, method, Plan.Pool.SEQUENTIAL, 1);
    }

    private static List<RunEvent> measured(PackagedServer server, Plan plan) throws IOException, InterruptedException {
        List<String> arguments = List.of(
                "--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC", "-Xmx256m",
                "-Djava.io.tmpdir=" + server.folder(), "dev.lanes.worker.Worker");
        try (ChildJvm worker = ChildJvm.start(server.folder().resolve("worker-errors.txt"), arguments)) {
            PrintWriter plans = new PrintWriter(worker.process().outputWriter(), true);
            plans.println(EventLine.write(plan));
            return worker.process().inputReader().lines().map(line -> EventLine.read(line, RunEvent.class)).toList();
        }
    }

    private static RunEvent.Scored scored(List<RunEvent> events) throws IOException {
        if (events.isEmpty() || !(events.getLast() instanceof RunEvent.Finished)) {
            throw new IOException("The worker ended with " + (events.isEmpty() ? "nothing" : events.getLast()));
        }
        return events.stream()
                .filter(RunEvent.Scored.class::isInstance)
                .map(RunEvent.Scored.class::cast)
                .filter(scored -> scored.key().equals("second"))
                .toList()
                .getLast();
    }
}
