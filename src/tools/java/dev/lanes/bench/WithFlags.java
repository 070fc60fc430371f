package dev.lanes.bench;

import dev.lanes.worker.fork.ClassArchive;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/// Measures whether the times of a fork depend on some of its flags, and how much sooner it is done with them. The first
/// argument is how these flags begin, the second how many milliseconds an iteration lasts, others name the kernels. The
/// tables of `docs/decisions/0003-fork-flags.md` come from it; see there for the command.
///
/// Forks with and without the flags take turns.
public final class WithFlags {
    private static final int PAIRS = 24;

    private WithFlags() {}

    /// What a fork measured, and how long it took from its start to its end.
    private record Timed(double nanosPerCall, double seconds) {
        static Timed of(Row row, int millis, List<String> flags) throws RunnerException {
            long begin = System.nanoTime();
            double nanosPerCall = OneFork.of(row.ours(), millis, flags).nanosPerCall();
            return new Timed(nanosPerCall, (System.nanoTime() - begin) / 1e9);
        }
    }

    public static void main(String[] arguments) throws RunnerException {
        String begin = arguments[0];
        int millis = Integer.parseInt(arguments[1]);
        List<String> ids = List.of(arguments).subList(2, arguments.length);
        ClassArchive.prepare();
        List<String> with = OneFork.flags();
        List<String> without = with.stream().filter(flag -> !flag.startsWith(begin)).toList();
        if (with.equals(without)) {
            throw new IllegalStateException(
                    "No flag of a fork begins with " + begin + "; for an archive the class path has to begin with jars");
        }
        for (Row row : Rows.all()) {
            if (ids.isEmpty() || ids.contains(row.id())) {
                System.out.println(compared(row, millis, with, without));
            }
        }
    }

    private static String compared(Row row, int millis, List<String> with, List<String> without)
            throws RunnerException {
        double[] ratios = new double[PAIRS];
        double savedSeconds = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            // Whichever comes first, half of the time.
            Timed first = Timed.of(row, millis, pair % 2 == 0 ? with : without);
            Timed second = Timed.of(row, millis, pair % 2 == 0 ? without : with);
            Timed changed = pair % 2 == 0 ? first : second;
            Timed usual = pair % 2 == 0 ? second : first;
            ratios[pair] = changed.nanosPerCall() / usual.nanosPerCall();
            savedSeconds += usual.seconds() - changed.seconds();
        }
        Ratio ratio = Ratio.of(ratios);
        return String.format(Locale.ROOT, "| `%s` | %.3f (%.3f to %.3f) | %.2f s |",
                row.id(), ratio.median(), ratio.low(), ratio.high(), savedSeconds / PAIRS);
    }
}
