package dev.lanes.stats;

import java.util.List;
import java.util.OptionalInt;

/// Tells when a fork's warm-up was over: by what its iterations show, not by their number.
///
/// A time that still falls goes one way; one that has settled goes up and down. So at least four changes of direction
/// are asked for, with all but one of the last five iterations close together and the compilers at rest.
final class Settling {
    private static final int LEAST_ITERATIONS = 6;
    private static final int LEAST_TURNS = 4;
    private static final int LAST = 5;
    /// One of them may have met something that does not last.
    private static final int STRAYS = 1;
    private static final double CLOSE = 0.03;
    private static final double COMPILERS_AT_REST = 0.03;

    private Settling() {}

    /// After how many of the iterations the fork had settled, for the first time; empty where it never had.
    static OptionalInt point(List<Iteration> iterations) {
        for (int count = LEAST_ITERATIONS; count <= iterations.size(); count++) {
            List<Iteration> last = iterations.subList(count - LAST, count);
            if (turns(iterations.subList(0, count)) >= LEAST_TURNS && close(last) && compilersAtRest(last)) {
                return OptionalInt.of(count);
            }
        }
        return OptionalInt.empty();
    }

    /// An iteration as fast as the one before it, to the last digit, counts as a turn: it goes no way at all.
    private static int turns(List<Iteration> iterations) {
        int turns = 0;
        for (int at = 2; at < iterations.size(); at++) {
            double before = iterations.get(at - 1).nsPerOp() - iterations.get(at - 2).nsPerOp();
            double after = iterations.get(at).nsPerOp() - iterations.get(at - 1).nsPerOp();
            turns += before * after <= 0 ? 1 : 0;
        }
        return turns;
    }

    private static boolean close(List<Iteration> last) {
        double middle = Estimator.median(last.stream().mapToDouble(Iteration::nsPerOp).toArray());
        return last.stream().filter(one -> Math.abs(one.nsPerOp() / middle - 1) > CLOSE).count() <= STRAYS;
    }

    private static boolean compilersAtRest(List<Iteration> last) {
        return last.stream()
                .mapToDouble(one -> one.fact(Fact.COMPILER_SHARE))
                .filter(share -> !Double.isNaN(share))
                .average()
                .orElse(0) < COMPILERS_AT_REST;
    }
}
