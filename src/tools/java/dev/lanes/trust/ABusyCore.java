package dev.lanes.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/// A run beside other processes that leave its workers one core too few: its light must not be good, and without them
/// it must be, or else the check would prove nothing.
final class ABusyCore implements Check {
    @Override
    public String name() {
        return "A busy core";
    }

    @Override
    public Line run(PackagedServer server, Scale scale) throws Exception {
        int cpus = server.get("/api/machine").required("usableCpus").asInt();
        int workers = mostWorkers(server, cpus);
        int burners = cpus - workers + 1;
        String request = Requests.tasksOnPlatformThreads(scale, workers);
        Steady steady = new Steady(server);
        String quiet = light(steady.measure(request));
        String busy;
        List<ChildJvm> burning = new ArrayList<>();
        try {
            for (int burner = 0; burner < burners; burner++) {
                burning.add(ChildJvm.start(
                        server.folder().resolve("burner-errors.txt"), List.of(Burner.class.getName())));
            }
            busy = light(server.measure(request));
            if (!burning.stream().allMatch(burner -> burner.process().isAlive())) {
                throw new IllegalStateException("A process that was to burn a core has ended by itself");
            }
        } finally {
            for (ChildJvm burner : burning) {
                burner.close();
            }
        }
        return new Line(
                name(),
                "`too-many-threads` on %d workers beside %s: the light goes from good to noisy or doubtful".formatted(
                        workers, burners == 1 ? "a process that burns a core" : burners + " that burn a core each"),
                "without: %s, with: %s".formatted(quiet, busy) + steady.setAsideInWords(),
                quiet.equals("good") && !busy.equals("good"));
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
