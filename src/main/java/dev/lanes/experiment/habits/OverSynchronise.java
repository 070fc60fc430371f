package dev.lanes.experiment.habits;

import dev.lanes.annotation.Agreement;
import dev.lanes.annotation.Cause;
import dev.lanes.annotation.Check;
import dev.lanes.annotation.Claim;
import dev.lanes.annotation.Effect;
import dev.lanes.annotation.Experiment;
import dev.lanes.annotation.GuessReason;
import dev.lanes.annotation.Range;
import dev.lanes.annotation.Scale;
import dev.lanes.annotation.Section;
import dev.lanes.annotation.Variant;
import dev.lanes.experiment.Pooled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// One list filled by several workers, with a lock for each item or one for each worker.
///
/// In which order the items arrive is chance, so the output is how often each value
/// occurs.
@Experiment(
        id = "over-synchronise",
        section = Section.DO_AND_DO_NOT,
        title = "A lock for every item",
        question = "What does it cost to take a lock for every single item?",
        explanation = """
                An item, the digits of a square added up, takes nanoseconds; a lock \
                that nobody else wants costs about as much. A contended one costs far \
                more: its cache line travels, and threads are put to sleep and woken. \
                In the lock-free list no thread sleeps, but all workers swap one \
                pointer, and every item needs an object.""",
        claim = @Claim(
                text = "A lock for every item costs more than the workers gain.",
                guideFigure = "gives no time: 1,000 locks per worker where 1 is enough",
                effect = Effect.HURTS,
                variant = "lockPerItem"),
        reasons = {
            @GuessReason(cause = Cause.LOCK, text = "workers wait for the lock"),
            @GuessReason(
                    cause = Cause.MEMORY,
                    text = "the cache line of the lock travels"),
            @GuessReason(cause = Cause.CORES, text = "several cores share the items"),
            @GuessReason(
                    cause = Cause.TASK_OVERHEAD,
                    text = "tasks cost more than the items in them")
        },
        check = @Check(Agreement.EQUAL),
        workers = {1, 2, 4, 8})
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OverSynchronise {
    /// More than the digits of any square here add up to: all nines, and ten of them.
    private static final int VALUES = 91;

    @Param("8000")
    @Range(label = "Items", min = 80, max = 80_000, scale = Scale.LOG10)
    public int items;

    private final Object lock = new Object();

    @Benchmark
    @Variant(label = "Sequential", baseline = true, note = "One thread and no lock.")
    public int[] sequential() {
        return occurrences(itemsOf(0, items));
    }

    @Benchmark
    @Variant(label = "Lock per item", note = "The lock is taken once for every item.")
    public int[] lockPerItem(Pooled pool) {
        List<Integer> shared = new ArrayList<>(items);
        pool.forEachChunk(items, (from, to) -> {
            for (int number = from; number < to; number++) {
                int item = item(number);
                // Slow: for every item the workers meet at the lock.
                synchronized (lock) {
                    shared.add(item);
                }
            }
        });
        return occurrences(shared);
    }

    @Benchmark
    @Variant(label = "Lock once per worker",
            note = "Each worker fills its own list, then takes the lock once.")
    public int[] lockOncePerWorker(Pooled pool) {
        List<Integer> shared = new ArrayList<>(items);
        pool.forEachChunk(items, (from, to) -> {
            List<Integer> own = itemsOf(from, to);
            // Fast: all items at once, when all of them are made.
            synchronized (lock) {
                shared.addAll(own);
            }
        });
        return occurrences(shared);
    }

    @Benchmark
    @Variant(label = "Lock-free list",
            note = "No lock, but all workers still add at one end of the list.")
    public int[] lockFreeList(Pooled pool) {
        Collection<Integer> shared = new ConcurrentLinkedQueue<>();
        pool.forEachChunk(items, (from, to) -> {
            for (int number = from; number < to; number++) {
                // Costly: all workers swap the same pointer, and some try again.
                shared.add(item(number));
            }
        });
        return occurrences(shared);
    }

    private static List<Integer> itemsOf(int from, int to) {
        List<Integer> items = new ArrayList<>(to - from);
        for (int number = from; number < to; number++) {
            items.add(item(number));
        }
        return items;
    }

    /// The sum of the digits of the number's square.
    private static int item(int number) {
        int sum = 0;
        for (long rest = (long) number * number; rest > 0; rest /= 10) {
            sum += (int) (rest % 10);
        }
        return sum;
    }

    private static int[] occurrences(Collection<Integer> items) {
        int[] occurrences = new int[VALUES];
        for (int item : items) {
            occurrences[item]++;
        }
        return occurrences;
    }
}
