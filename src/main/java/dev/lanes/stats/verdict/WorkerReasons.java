package dev.lanes.stats.verdict;

import static dev.lanes.stats.trust.Evidence.percent;
import static dev.lanes.stats.verdict.SpeedupWords.figure;
import static dev.lanes.stats.verdict.WhyRules.CAUSE;
import static dev.lanes.stats.verdict.WhyRules.MOSTLY_WAITING;
import static dev.lanes.stats.verdict.WhyRules.Reason.when;

import dev.lanes.event.Operation;
import dev.lanes.stats.verdict.Grounds.Side;
import dev.lanes.stats.verdict.WhyRules.Reason;
import java.util.Locale;
import java.util.Optional;

/// Causes that lie in sharing work out: processors, waits, tasks handed over, work that became dearer.
final class WorkerReasons {
    /// From so many busy processors on, more than one thread worked.
    private static final double SEVERAL = 1.5;
    /// Workers that keep this share of the processors busy leave none to spare.
    private static final double ALL_BUSY = 0.8;
    /// A part of the workers' time that is worth telling.
    private static final double SHARE = 0.1;
    /// Handing over is worth telling from this part of the work on.
    private static final double HANDING_OVER = 0.25;
    /// ns: who spends more on a task spends it inside.
    private static final double DEAREST_HAND_OVER = 100_000;
    /// A watched operation shorter than this part of the timed ones is not like them.
    private static final double LIKE_THE_TIMED = 0.8;
    /// By so much the shares of the timed and the watched operation may differ and still tell of the same.
    private static final double LEEWAY = 0.2;

    private WorkerReasons() {}

    static Optional<Reason> waitsSideBySide(Grounds grounds) {
        return when("waits-side-by-side",
                grounds.subject().pooled() && grounds.reference().busy() < MOSTLY_WAITING && grounds.faster(),
                grounds.speedup().value(),
                "%s is on a processor for %s of its time and waits for the rest; on the pool the waits overlap, "
                        .formatted(grounds.reference().nameAtFirst(), percent(grounds.reference().busy()))
                        + "which takes no processors.");
    }

    static Optional<Reason> processorsBusy(Grounds grounds) {
        Side subject = grounds.subject();
        boolean enough = subject.one().workers() <= grounds.here().processors();
        // Beside one thread compilers may keep some of another processor busy, a library's threads all of it.
        double least = subject.pooled() ? Math.max(CAUSE, ALL_BUSY * grounds.runnable()) : SEVERAL;
        return when("processors-busy",
                grounds.faster() && enough && grounds.reference().busy() < SEVERAL && subject.busy() >= least,
                subject.busy(),
                "It kept %s of %s processors busy, %s %s.".formatted(
                        Quantities.tenths(subject.busy()), grounds.here().processors(), grounds.reference().name(),
                        Quantities.tenths(grounds.reference().busy())));
    }

    static Optional<Reason> tooFewProcessors(Grounds grounds) {
        Side subject = grounds.subject();
        int processors = grounds.here().processors();
        return when("too-few-processors",
                subject.pooled() && subject.one().workers() > processors && subject.busy() >= ALL_BUSY * processors,
                (double) subject.one().workers() / processors,
                "%s workers had %s between them and kept %s busy: more workers cannot find a free one.".formatted(
                        subject.one().workers(), processors == 1 ? "one processor" : processors + " processors",
                        Quantities.tenths(subject.busy())));
    }

    /// What the workers did instead is told by the timeline, where there is one.
    static Optional<Reason> processorsIdle(Grounds grounds) {
        Side subject = grounds.subject();
        int could = grounds.runnable();
        return when("processors-idle",
                subject.pooled() && could > 1 && subject.busy() < ALL_BUSY * could
                        && grounds.reference().busy() > MOSTLY_WAITING, could / subject.busy(),
                "Only %s of %s processors were busy%s.".formatted(
                        Quantities.tenths(subject.busy()), could,
                        instead(subject.watched(), 1 - subject.busy() / could)));
    }

    /// Work per task is the reference's time by the number of tasks.
    static Optional<Reason> handingOver(Grounds grounds) {
        double handing = handedOverNs(grounds);
        if (Double.isNaN(handing)) {
            return Optional.empty();
        }
        int count = grounds.subject().watched().tasks();
        double work = grounds.reference().ns();
        String tasks = count == 1 ? "Its one task" : String.format(Locale.ROOT, "Each of its %,d tasks", count);
        return when("handing-over",
                handing >= HANDING_OVER * work && handing <= DEAREST_HAND_OVER * count, (work + handing) / work,
                "%s holds %s of work, and handing it over takes %s of processor time.".formatted(
                        tasks, Quantities.time(work / count), Quantities.time(handing / count)));
    }

    /// Unless handing over is most of it. What else of it is the times do not tell.
    static Optional<Reason> dearerWork(Grounds grounds) {
        int could = grounds.runnable();
        int cores = grounds.here().cores();
        double told = handingOver(grounds).map(Reason::strength).orElse(1.0);
        String why = could > cores
                ? ": %s processors share %s.".formatted(could, cores == 1 ? "one core" : cores + " cores")
                : ". That includes hand-overs, locks, cache lines that travel, waiting for shared memory, and a lower "
                        + "clock.";
        return when("dearer-work",
                grounds.subject().pooled() && grounds.dearness() >= CAUSE && told * told < grounds.dearness(),
                grounds.dearness(),
                "Its threads together take %s times the processor time of %s%s".formatted(
                        figure(grounds.dearness()), grounds.reference().name(), why));
    }

    static Optional<Reason> cheaperWork(Grounds grounds) {
        double cheapness = 1 / grounds.dearness();
        return when("cheaper-work", grounds.subject().pooled() && grounds.faster() && cheapness >= CAUSE, cheapness,
                "Its threads together take %s of the processor time of %s: the work itself needs less."
                        .formatted(percent(grounds.dearness()), grounds.reference().name()));
    }

    /// What an operation spends on handing over its tasks, in ns of processor time: all that the pool takes beyond the
    /// reference, unless it is spent inside the tasks. NaN where it is not known, as when the watched operation was a
    /// faster one than those that were timed: it cannot tell what they spent.
    private static double handedOverNs(Grounds grounds) {
        Side subject = grounds.subject();
        Operation watched = subject.watched();
        if (watched == null || watched.tasks() == 0 || watched.spanNs() < LIKE_THE_TIMED * subject.ns()
                || grounds.reference().pooled() || !grounds.comparableWork()) {
            return Double.NaN;
        }
        double running = watched.tasks() * watched.meanTaskNs() * grounds.runnable() / subject.one().workers();
        double beyond = subject.cpuNs() - grounds.reference().cpuNs();
        return beyond - Math.max(0, running - grounds.reference().ns());
    }

    /// Nothing where what was watched does not go with the share of the time that the processors idled.
    private static String instead(Operation watched, double idled) {
        double waiting = watched == null ? 0 : watched.waitingShare();
        double idle = watched == null ? 0 : 1 - watched.busyShare() - waiting;
        if (Math.max(waiting, idle) < SHARE || waiting + idle > idled + LEEWAY) {
            return "";
        }
        return waiting >= idle
                ? ": for %s of the time a worker waited inside a task, for a lock, another task or a sleep"
                        .formatted(percent(waiting))
                : ": for %s of the time a worker had no task".formatted(percent(idle));
    }
}
