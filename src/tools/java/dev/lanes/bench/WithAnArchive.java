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
    private static final int PAIRS = 24;
    /// Of an iteration, as in a quick run.
    private static final int MILLIS = 10;
    private static final String FLAG = "-XX:SharedArchiveFile=";

    private WithAnArchive() {}

    /// What a fork measured, and how long it took from its start to its end.
    private record Timed(double nanosPerCall, double seconds) {
        static Timed of(Row row, List<String> flags) throws RunnerException {
            long begin = System.nanoTime();
            double nanosPerCall = OneFork.of(row.ours(), MILLIS, flags).nanosPerCall();
            return new Timed(nanosPerCall, (System.nanoTime() - begin) / 1e9);
        }
    }

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
        double savedSeconds = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            // Whichever comes first, half of the time.
            Timed first = Timed.of(row, pair % 2 == 0 ? with : without);
            Timed second = Timed.of(row, pair % 2 == 0 ? without : with);
            Timed mapped = pair % 2 == 0 ? first : second;
            Timed loaded = pair % 2 == 0 ? second : first;
            ratios[pair] = mapped.nanosPerCall() / loaded.nanosPerCall();
            savedSeconds += loaded.seconds() - mapped.seconds();
        }
        Ratio ratio = Ratio.of(ratios);
        return String.format(Locale.ROOT, "| `%s` | %.3f (%.3f to %.3f) | %.2f s |",
                row.id(), ratio.median(), ratio.low(), ratio.high(), savedSeconds / PAIRS);
    }
}
