package dev.lanes.trust;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Runs that very many watch, taking turns with runs that nobody watches: how late an event comes to the last of them,
/// and whether the figures stay the same.
///
/// The delay of an event at a watcher is counted from its arrival at the first of them, and includes what the watchers
/// take of this machine themselves.
final class WatchedRuns {
    private static final double NS_PER_MS = 1e6;

    private final PackagedServer server;
    private final int watchers;
    private final String request;
    private final List<Double> delays = new ArrayList<>();

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
        double[] sorted = delays.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return """
                %d watchers on one run: an event reaches the median one %.1f ms after the first, 99 of 100 within %.1f ms, and the last within %.1f ms (%,d arrivals).

                | pair | case | nobody watches, µs | %d watch, µs | do the intervals meet? |
                |---|---|---|---|---|
                %s
                """.formatted(
                watchers, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1), sorted.length, watchers, rows);
    }

    private List<MeasuredCase> watched() throws Exception {
        String run = server.submit(request);
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < watchers; i++) {
            Listener listener = new Listener();
            server.http().newWebSocketBuilder().buildAsync(server.uri("ws", run + "/events"), listener).join();
            listeners.add(listener);
        }
        long connected = System.nanoTime();
        List<MeasuredCase> cases = server.awaitCases(run);
        List<List<Long>> arrivals = new ArrayList<>();
        for (Listener listener : listeners) {
            arrivals.add(listener.arrivals.get(20, TimeUnit.SECONDS));
        }
        note(arrivals, connected);
        return cases;
    }

    /// Events from before the last watcher came are a replay, and no news.
    private void note(List<List<Long>> arrivals, long connected) throws IOException {
        int events = arrivals.getFirst().size();
        if (arrivals.stream().anyMatch(one -> one.size() != events)) {
            throw new IOException("A watcher missed an event");
        }
        for (int event = 0; event < events; event++) {
            int number = event;
            long[] times = arrivals.stream().mapToLong(one -> one.get(number)).toArray();
            long first = Arrays.stream(times).min().orElseThrow();
            if (first > connected) {
                Arrays.stream(times).forEach(time -> delays.add((time - first) / NS_PER_MS));
            }
        }
    }

    private static String inWords(MeasuredCase one) {
        return String.format(Locale.ROOT, "%.1f (%.1f to %.1f), %s", one.median() / 1e3, one.low() / 1e3,
                one.high() / 1e3, one.light());
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
