package dev.lanes.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Runs that very many watch, taking turns with runs that nobody watches: how late an event comes to the last of them,
/// and whether the figures stay the same.
///
/// The delay of an event is counted from when it happened, and includes what the watchers take of this machine
/// themselves.
final class WatchedRuns {
    private final PackagedServer server;
    private final int watchers;
    private final String request;
    private final List<Long> delays = new ArrayList<>();

    WatchedRuns(PackagedServer server, int watchers, String effort) {
        this.server = server;
        this.watchers = watchers;
        this.request = ("{\"experiment\": \"row-vs-column\", \"params\": {\"size\": 520}, "
                + "\"variants\": [\"by-columns\", \"by-rows\"], \"effort\": \"%s\"}").formatted(effort);
    }

    /// Two tables as Markdown.
    String compare(int pairs) throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int pair = 1; pair <= pairs; pair++) {
            List<MeasuredCase> alone = server.measure(request);
            List<MeasuredCase> watched = watched();
            for (int i = 0; i < alone.size(); i++) {
                rows.append("| %d | `%s` | %s | %s | %s |\n".formatted(
                        pair, alone.get(i).key(), inWords(alone.get(i)), inWords(watched.get(i)),
                        alone.get(i).overlaps(watched.get(i)) ? "yes" : "**no**"));
            }
        }
        delays.sort(null);
        return """
                %d watchers on one run: half of the samples reach them within %d ms, 99 of 100 within %d ms, and the last within %d ms (%,d arrivals).

                | pair | case | nobody watches, µs | %d watch, µs | do the intervals meet? |
                |---|---|---|---|---|
                %s
                """.formatted(
                watchers, at(0.5), at(0.99), at(1), delays.size(), watchers, rows);
    }

    private List<MeasuredCase> watched() throws Exception {
        String run = server.submit(request);
        try (Crowd crowd = new Crowd()) {
            crowd.join(server, run, watchers);
            List<MeasuredCase> cases = server.awaitCases(run);
            delays.addAll(crowd.delays(server.get(run).required("lastSeq").asLong()));
            return cases;
        }
    }

    private static String inWords(MeasuredCase one) {
        return String.format(Locale.ROOT, "%.1f (%.1f to %.1f), %s", one.median() / 1e3, one.low() / 1e3,
                one.high() / 1e3, one.light());
    }

    private long at(double share) {
        return delays.get((int) Math.min(delays.size() - 1, Math.floor(share * delays.size())));
    }
}
