package dev.lanes.bench;

import dev.lanes.worker.fork.ClassArchive;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/// Measures whether the times of a fork depend on the archive that it takes its classes from, and how much sooner it is
/// done with one. The figures of `docs/decisions/0003-fork-flags.md` come from it; see there for the command.
///
/// Forks with and without the archive take turns.
public final class WithAnArchive {
    private static final int PAIRS = 15;
    private static final String FLAG = "-XX:SharedArchiveFile=";

    private WithAnArchive() {}

    public static void main(String[] ids) throws RunnerException {
        ClassArchive.prepare();
        List<String> with = OneFork.flags();
        List<String> without = with.stream().filter(flag -> !flag.startsWith(FLAG)).toList();
        if (with.equals(without)) {
            throw new IllegalStateException("There is no archive: the class path has to begin with jars");
        }
        for (Row row : Rows.all()) {
            if (ids.length == 0 || List.of(ids).contains(row.id())) {
                System.out.println(compared(row, with, without));
            }
        }
    }

    private static String compared(Row row, List<String> with, List<String> without) throws RunnerException {
        double[] ratios = new double[PAIRS];
        long savedNanos = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            long begin = System.nanoTime();
            double mapped = OneFork.of(row.ours(), row.millis(), with).nanosPerCall();
            long between = System.nanoTime();
            ratios[pair] = mapped / OneFork.of(row.ours(), row.millis(), without).nanosPerCall();
            savedNanos += System.nanoTime() - between - (between - begin);
        }
        Ratio ratio = Ratio.of(ratios);
        return String.format(Locale.ROOT, "| `%s` | %.3f (%.3f to %.3f) | %.2f s |",
                row.id(), ratio.median(), ratio.low(), ratio.high(), savedNanos / 1e9 / PAIRS);
    }
}
