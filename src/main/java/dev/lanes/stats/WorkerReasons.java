package dev.lanes.stats;

import static dev.lanes.stats.Evidence.percent;
import static dev.lanes.stats.SpeedupWords.figure;
import static dev.lanes.stats.WhyRules.CAUSE;
import static dev.lanes.stats.WhyRules.MOSTLY_WAITING;
import static dev.lanes.stats.WhyRules.Reason.when;
import static dev.lanes.stats.WhyRules.SEVERAL;

import dev.lanes.event.Operation;
import dev.lanes.stats.Grounds.Side;
import dev.lanes.stats.WhyRules.Reason;
import java.util.Locale;
import java.util.Optional;

/// Causes that lie in sharing work out: processors, waits, tasks handed over, work that became dearer.
final class WorkerReasons {
    /// Workers that keep this share of the processors busy leave none to spare.
    private static final double ALL_BUSY = 0.8;
    /// A part of the workers' time that is worth telling.
    private static final double SHARE = 0.1;
    /// Handing over is worth telling from this part of the work on.
    private static final double HANDING_OVER = 0.25;

    private WorkerReasons() {}

    static Optional<Reason> waitsSideBySide(Grounds grounds) {
        return when(grounds.subject().pooled() && grounds.reference().busy() < MOSTLY_WAITING && grounds.faster(),
                grounds.speedup().value(),
                "%s is on a processor for %s of its time and waits for the rest; on the pool the waits pass side by "
                        .formatted(grounds.reference().nameAtFirst(), percent(grounds.reference().busy()))
                        + "side, which takes no processors.");
    }

    static Optional<Reason> processorsBusy(Grounds grounds) {
        Side subject = grounds.subject();
        boolean enough = subject.one().workers() <= grounds.here().processors();
        double could = subject.pooled() ? grounds.runnable() : SEVERAL;
        return when(grounds.faster() && enough && grounds.reference().busy() < SEVERAL
                        && subject.busy() >= CAUSE && subject.busy() >= ALL_BUSY * could, subject.busy(),
                "It kept %s of %d processors busy, %s %s.".formatted(
                        Quantities.tenths(subject.busy()), grounds.here().processors(), grounds.reference().name(),
                        Quantities.tenths(grounds.reference().busy())));
    }

    static Optional<Reason> tooFewProcessors(Grounds grounds) {
        Side subject = grounds.subject();
        int processors = grounds.here().processors();
        return when(subject.pooled() && subject.one().workers() > processors
                        && subject.busy() >= ALL_BUSY * processors, (double) subject.one().workers() / processors,
                "%d workers had %s between them and kept %s busy: more workers find no free one.".formatted(
                        subject.one().workers(), processors == 1 ? "one processor" : processors + " processors",
                        Quantities.tenths(subject.busy())));
    }

    /// What the workers did instead is told by the timeline, where there is one.
    static Optional<Reason> processorsIdle(Grounds grounds) {
        Side subject = grounds.subject();
        int could = grounds.runnable();
        return when(subject.pooled() && could > 1 && subject.busy() < ALL_BUSY * could
                        && grounds.reference().busy() > MOSTLY_WAITING, could / subject.busy(),
                "Only %s of %d processors were busy%s.".formatted(
                        Quantities.tenths(subject.busy()), could, instead(subject.watched())));
    }

    /// Work per task is the reference's time by the number of tasks. Handing over is what the pool takes beyond the
    /// reference, in time or in processor time, whichever is more, unless it is spent inside the tasks.
    static Optional<Reason> handingOver(Grounds grounds) {
        Side subject = grounds.subject();
        Operation watched = subject.watched();
        if (watched == null || watched.tasks() == 0 || grounds.reference().pooled() || !grounds.comparableWork()) {
            return Optional.empty();
        }
        double work = grounds.reference().ns() / watched.tasks();
        double running = watched.meanTaskNs() * grounds.runnable() / subject.one().workers();
        double beyond = Math.max(
                subject.ns() - grounds.reference().ns(), subject.cpuNs() - grounds.reference().cpuNs());
        double handing = beyond / watched.tasks() - Math.max(0, running - work);
        String tasks = watched.tasks() == 1
                ? "Its one task holds" : String.format(Locale.ROOT, "Each of its %,d tasks holds", watched.tasks());
        return when(handing >= HANDING_OVER * work, (work + handing) / work,
                "%s %s of work, and handing it over takes %s.".formatted(
                        tasks, Quantities.time(work), Quantities.time(handing)));
    }

    static Optional<Reason> dearerWork(Grounds grounds) {
        int could = grounds.runnable();
        String why = could > grounds.here().cores()
                ? "%d processors share %s".formatted(
                        could, grounds.here().cores() == 1 ? "one core" : grounds.here().cores() + " cores")
                : "handing over, locks, merging and cache lines that travel all count";
        return when(grounds.subject().pooled() && grounds.dearness() >= CAUSE, grounds.dearness(),
                "Its threads together take %s times the processor time of %s: %s.".formatted(
                        figure(grounds.dearness()), grounds.reference().name(), why));
    }

    static Optional<Reason> cheaperWork(Grounds grounds) {
        double cheapness = 1 / grounds.dearness();
        return when(grounds.subject().pooled() && grounds.faster() && cheapness >= CAUSE, cheapness,
                "Its threads together take %s of the processor time of %s: the work itself is done with less."
                        .formatted(percent(grounds.dearness()), grounds.reference().name()));
    }

    private static String instead(Operation watched) {
        double waiting = watched == null ? 0 : watched.waitingShare();
        double idle = watched == null ? 0 : 1 - watched.busyShare() - waiting;
        if (Math.max(waiting, idle) < SHARE) {
            return "";
        }
        return waiting >= idle
                ? ": for %s of the time a worker waited inside a task, for a lock, another task or a sleep"
                        .formatted(percent(waiting))
                : ": for %s of the time a worker had no task".formatted(percent(idle));
    }
}
