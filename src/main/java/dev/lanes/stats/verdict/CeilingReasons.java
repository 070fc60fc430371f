package dev.lanes.stats.verdict;

import static dev.lanes.stats.trust.Evidence.percent;
import static dev.lanes.stats.verdict.SpeedupWords.figure;
import static dev.lanes.stats.verdict.WhyRules.CAUSE;
import static dev.lanes.stats.verdict.WhyRules.Reason.when;

import dev.lanes.event.Ceilings;
import dev.lanes.event.Plan;
import dev.lanes.stats.verdict.WhyRules.Reason;
import java.util.Optional;

/// Causes that lie in what the machine can do at most: how fast data come, and how fast numbers are multiplied and
/// added. Silent where no ceilings are known, the work is not counted, or the code was not compiled.
final class CeilingReasons {
    /// From this share on, a ceiling sets the time. The page has it, too (`roofline.js`).
    private static final double THE_LIMIT = 0.7;
    /// More than so much of a ceiling says that the ceiling is wrong.
    private static final double BEYOND_BELIEF = 1.15;

    private CeilingReasons() {}

    /// What a case does of what it could.
    ///
    /// @param arithmetic its operations, as a share of the most that there can be; 0 where it has none
    /// @param level what its data are in
    /// @param data its bytes, as a share of the most that can come from there
    private record Use(
            Plan.Work work, double ns, int workers, double arithmetic, Ceilings.LevelRate level, double data) {
        /// Believable, and as far as both ceilings tell.
        boolean believed() {
            return arithmetic <= BEYOND_BELIEF && data <= BEYOND_BELIEF;
        }

        String cores() {
            return workers == 1 ? "one core" : workers + " workers";
        }
    }

    /// As strong as the factor between its time and that of its arithmetic alone, or, where there is none, between its
    /// speedup and the number of its workers.
    static Optional<Reason> data(Grounds grounds) {
        return use(grounds).filter(use -> use.data() >= THE_LIMIT && use.data() > use.arithmetic()).flatMap(use -> {
            double heldBack = use.work().flops() > 0
                    ? 1 / use.arithmetic()
                    : grounds.runnable() / grounds.speedup().value();
            return when("data", true, Math.max(CAUSE, heldBack),
                    "It moves %s GB/s, %s of what %s from %s: data cannot come much faster.".formatted(
                            figure(use.work().bytes() / use.ns()), percent(Math.min(1, use.data())),
                            use.cores() + (use.workers() == 1 ? " gets" : " get"), use.level().level()));
        });
    }

    /// As strong as its speedup over compiled code, by how near it came.
    static Optional<Reason> arithmetic(Grounds grounds) {
        return use(grounds)
                .filter(use -> use.arithmetic() >= THE_LIMIT && use.arithmetic() >= use.data() && grounds.faster())
                .flatMap(use -> when("arithmetic", true, use.arithmetic() * grounds.compiledGain(),
                        "It does %s billion operations a second, %s of what %s can do.".formatted(
                                figure(use.work().flops() / use.ns()), percent(Math.min(1, use.arithmetic())),
                                use.cores())));
    }

    private static Optional<Use> use(Grounds grounds) {
        Plan.Case one = grounds.subject().one();
        Ceilings ceilings = grounds.here().ceilings();
        if (ceilings == null || one.work() == null || !grounds.subject().runs(Plan.Execution.COMPILED)) {
            return Optional.empty();
        }
        int cores = Math.min(one.workers(), grounds.here().cores());
        Plan.Work work = one.work();
        double ns = grounds.subject().ns();
        return ceilings.gflops(cores).flatMap(gflops -> ceilings.bandwidth(work.footprint(), cores, work.moves())
                .map(level -> new Use(
                        work, ns, one.workers(), work.flops() / ns / work.reachable(gflops), level,
                        work.bytes() / ns / level.gbPerSecond())))
                .filter(Use::believed);
    }
}
