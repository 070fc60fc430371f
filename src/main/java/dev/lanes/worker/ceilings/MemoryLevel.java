package dev.lanes.worker.ceilings;

import dev.lanes.ceiling.Pattern;
import dev.lanes.ceiling.Walk;
import dev.lanes.event.Machine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A level of the caches, or memory, and how much each of several threads walks through to measure it.
///
/// @param name "L1", "L2", "L3" or "memory"
/// @param upToBytes what the level holds of all threads' data; null for memory
/// @param footprint bytes that each thread walks through: in a cache at most so many, in memory at least
record MemoryLevel(String name, Long upToBytes, long footprint) {
    static final String MEMORY = "memory";

    /// A cache is walked through by half, so that what else a thread touches has room.
    private static final int PART_OF_A_CACHE = 2;
    /// Of a cache that others use as well, a quarter.
    private static final int PART_OF_A_SHARED_CACHE = 4;
    private static final int TIMES_THE_LAST_CACHE = 4;
    /// For a machine whose caches cannot be read.
    private static final long LARGE_CACHE = 32L << 20;
    private static final long MOST_MEMORY = 8L << 30;
    private static final int PART_OF_MEMORY = 4;
    /// What the benchmarks can walk through.
    private static final long LEAST_RANGE = 512;
    private static final long LARGEST_RANGE = 1L << 28;

    /// The levels for so many threads, each on a core of its own. The last cache is taken to be shared by all cores,
    /// the others to be each core's own.
    static List<MemoryLevel> of(Machine machine, int threads) {
        List<Machine.Cache> caches = machine.caches().stream()
                .filter(cache -> !cache.kind().equals("instruction") && cache.bytes() > 0)
                .sorted(Comparator.comparingInt(Machine.Cache::level))
                .toList();
        List<MemoryLevel> levels = new ArrayList<>();
        for (Machine.Cache cache : caches) {
            boolean shared = cache == caches.getLast() && caches.size() > 1;
            levels.add(shared
                    ? new MemoryLevel("L" + cache.level(), cache.bytes(),
                            cache.bytes() / PART_OF_A_SHARED_CACHE / threads)
                    : new MemoryLevel("L" + cache.level(), threads * cache.bytes(), cache.bytes() / PART_OF_A_CACHE));
        }
        long last = caches.isEmpty() ? LARGE_CACHE : caches.getLast().bytes();
        long room = Math.min(MOST_MEMORY, machine.memoryBytes() / PART_OF_MEMORY) / threads / 2;
        levels.add(new MemoryLevel(MEMORY, null, Math.min(TIMES_THE_LAST_CACHE * last, room)));
        return levels;
    }

    /// The walk that measures the level with the pattern.
    Walk walk(Pattern pattern) {
        return new Walk(pattern, range(pattern));
    }

    /// Bytes of each array that the pattern walks through: a power of two.
    int range(Pattern pattern) {
        long bytes = Math.clamp(footprint / pattern.arrays(), LEAST_RANGE, LARGEST_RANGE);
        long below = Long.highestOneBit(bytes);
        return (int) (below == bytes || upToBytes != null ? below : Math.min(2 * below, LARGEST_RANGE));
    }
}
