package dev.lanes.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.runner.RunnerException;

/// A line of the table, measured.
///
/// @param atLeast the ratio that was demanded; null where none was
/// @param aim null with the former
/// @param ours the rate of each fork, in the order measured
/// @param rival the same of what it is held against: fork for fork, the two ran one after the other
/// @param ratio of the rates of each pair
/// @param stealShare of the time of all processors, the most that a fork had; null where the system does not tell
/// @param slowestProbe the slowest fork's step of arithmetic by the fastest's: 1 where the clock never changed
/// @param on the day
record RowResult(
        String id, String kernel, String against, String unit, Double atLeast, Double aim, List<Double> ours,
        List<Double> rival, Ratio ratio, Double stealShare, double slowestProbe, String on) {

    /// Measures both sides in forks that take turns.
    static RowResult measure(Row row, int pairs, String on) throws RunnerException {
        List<OneFork> ours = new ArrayList<>();
        List<OneFork> rival = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            ours.add(OneFork.of(row.ours(), row.millis()));
            rival.add(OneFork.of(row.rival(), row.millis()));
        }
        return of(row, ours, rival, on);
    }

    static RowResult of(Row row, List<OneFork> ours, List<OneFork> rival, String on) {
        double[] ratios = IntStream.range(0, ours.size())
                .mapToDouble(pair -> rate(row.ours(), ours.get(pair)) / rate(row.rival(), rival.get(pair)))
                .toArray();
        List<OneFork> all = new ArrayList<>(ours);
        all.addAll(rival);
        double steal = all.stream().mapToDouble(OneFork::stealShare).max().orElseThrow();
        double slowest = all.stream().mapToDouble(OneFork::probeNs).max().orElseThrow();
        double fastest = all.stream().mapToDouble(OneFork::probeNs).min().orElseThrow();
        return new RowResult(
                row.id(), row.kernel(), row.against(), row.unit(), row.atLeast(), row.aim(),
                ours.stream().map(fork -> rate(row.ours(), fork)).toList(),
                rival.stream().map(fork -> rate(row.rival(), fork)).toList(),
                Ratio.of(ratios), Double.isNaN(steal) ? null : steal, slowest / fastest, on);
    }

    private static double rate(Side side, OneFork fork) {
        return side.rate(fork.nanosPerCall());
    }

    /// Whether a ratio was demanded at all.
    boolean demanded() {
        return atLeast != null;
    }

    boolean reached() {
        return !demanded() || ratio.median() >= atLeast;
    }
}
