package dev.lanes.trust;

import java.util.ArrayList;
import java.util.List;

/// Runs that many watch, taking turns with runs that nobody watches: the intervals of each pair must overlap.
final class ManyWatchers implements Check {
    @Override
    public String name() {
        return "Many watchers";
    }

    @Override
    public Line run(PackagedServer server, Scale scale) throws Exception {
        Steady steady = new Steady(server);
        List<String> apart = new ArrayList<>();
        double largest = 0;
        for (int pair = 0; pair < scale.pairs(); pair++) {
            List<MeasuredCase> alone = steady.measure(Requests.rowVsColumn(scale));
            List<MeasuredCase> watched = steady.measure(() -> watched(server, scale));
            for (int i = 0; i < alone.size(); i++) {
                double distance = watched.get(i).distance(alone.get(i).median());
                largest = Math.abs(distance) > Math.abs(largest) ? distance : largest;
                if (!watched.get(i).overlaps(alone.get(i))) {
                    apart.add("%s %s".formatted(alone.get(i).key(), MeasuredCase.percent(distance)));
                }
            }
        }
        return new Line(
                name(),
                "`row-vs-column` with %d watchers against none, %d times in turn: intervals overlap".formatted(
                        scale.watchers(), scale.pairs()),
                (apart.isEmpty()
                        ? "all overlap; largest change of a median " + MeasuredCase.percent(largest)
                        : "apart: " + String.join(", ", apart)) + steady.setAsideInWords(),
                apart.isEmpty());
    }

    private static List<MeasuredCase> watched(PackagedServer server, Scale scale) throws Exception {
        String run = server.submit(Requests.rowVsColumn(scale));
        try (Crowd crowd = new Crowd()) {
            crowd.join(server, run, scale.watchers());
            List<MeasuredCase> cases = server.awaitCases(run);
            crowd.delays(server.get(run).required("lastSeq").asLong());
            return cases;
        }
    }
}
