package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/// Runs beside other processes that leave their workers one core too few: of twenty at most one may have a good light,
/// and without them it must be good, or else the check would prove nothing.
final class ABusyCore implements Check {
    private static final int MAY_STAY_GOOD = 1;

    @Override
    public String name() {
        return "A busy core";
    }

    @Override
    public Line run(PackagedServer server, Scale scale) throws Exception {
        int cpus = server.get("/api/machine").required("usableCpus").asInt();
        int workers = mostWorkers(server, cpus);
        int burners = cpus - workers + 1;
        String request = Requests.tasksOnPlatformThreads(workers);
        Steady steady = new Steady(server);
        String quiet = light(steady.measure(request));
        List<String> busy = new ArrayList<>();
        List<ChildJvm> burning = new ArrayList<>();
        try {
            for (int burner = 0; burner < burners; burner++) {
                burning.add(ChildJvm.start(
                        server.folder().resolve("burner-errors.txt"), List.of(Burner.class.getName())));
            }
            for (int run = 0; run < 2 * scale.repeats(); run++) {
                busy.add(light(server.measure(request)));
            }
            if (!burning.stream().allMatch(burner -> burner.process().isAlive())) {
                throw new IllegalStateException("A process that was to burn a core has ended by itself");
            }
        } finally {
            for (ChildJvm burner : burning) {
                burner.close();
            }
        }
        long good = busy.stream().filter("good"::equals).count();
        return new Line(
                name(),
                "`too-many-threads` at quick effort on %d workers beside %s: a light that was good stays so in at most %d of %d runs"
                        .formatted(workers,
                                burners == 1 ? "a process that burns a core" : burners + " that burn a core each",
                                MAY_STAY_GOOD, busy.size()),
                "without: %s; with: good in %d of %d".formatted(quiet, good, busy.size()) + steady.setAsideInWords(),
                quiet.equals("good") && good <= MAY_STAY_GOOD);
    }

    private static int mostWorkers(PackagedServer server, int cpus) throws Exception {
        JsonNode allowed = server.get("/api/experiments/too-many-threads").required("workers").required("allowed");
        return StreamSupport.stream(allowed.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .filter(count -> count <= cpus)
                .max()
                .orElseThrow();
    }

    private static String light(List<MeasuredCase> cases) {
        return cases.getFirst().light();
    }
}
