package dev.lanes.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/// What the machine can do at most, as measured: its arithmetic units, each level of its caches and its memory.
///
/// @param measuredAt when, in ISO 8601
/// @param jvm that measured: its name and version
/// @param compute ascending by workers: one, and as many as there are cores
/// @param bandwidth level by level, from the nearest
public record Ceilings(String measuredAt, String jvm, List<Compute> compute, List<Bandwidth> bandwidth) {

    /// A rate with the interval that covers its true median, as that of a [Score].
    public record Rate(double median, double low, double high) {}

    /// 10^9 operations on numbers per second, by so many threads together.
    public record Compute(int workers, Rate gflops) {}

    /// 10^9 bytes per second, read and written, by so many threads together.
    ///
    /// @param level "L1", "L2", "L3" or "memory"
    /// @param upToBytes the largest footprint that belongs to the level, of all threads together; null for memory
    public record Bandwidth(String level, Long upToBytes, int workers, Pattern pattern, Rate gbPerSecond) {}

    /// What is done to the numbers, which decides how much of it is reading and how much writing.
    public enum Pattern {
        /// They are added up.
        @JsonProperty("load")
        LOAD,
        /// One array becomes like another.
        @JsonProperty("copy")
        COPY,
        /// One array becomes the sum of two others.
        @JsonProperty("add")
        ADD,
        /// One array becomes like another by the JVM's own copying, which writes past the caches where there is much.
        @JsonProperty("arraycopy")
        ARRAYCOPY
    }

    /// What the arithmetic units give to so many workers, in 10^9 operations per second: to each as much as one alone
    /// has, but no more than all together. Empty where nothing was measured.
    public Optional<Double> gflops(int workers) {
        return atMost(compute, workers, Compute::workers, one -> one.gflops().median());
    }

    /// What the level that holds such a footprint gives to so many workers, in 10^9 bytes per second. Empty where
    /// nothing was measured.
    ///
    /// @param moves null for the pattern that gets the most of it, of those that any code can have
    public Optional<LevelRate> bandwidth(double footprint, int workers, Pattern moves) {
        int most = bandwidth.stream().mapToInt(Bandwidth::workers).filter(count -> count <= workers).max().orElse(1);
        return bandwidth.stream()
                .filter(one -> one.workers() == most && (one.upToBytes() == null || footprint <= one.upToBytes()))
                .findFirst()
                .map(Bandwidth::level)
                .flatMap(level -> bestOf(level, workers, moves));
    }

    /// @param gbPerSecond of so many workers together
    public record LevelRate(String level, double gbPerSecond) {}

    private Optional<LevelRate> bestOf(String level, int workers, Pattern moves) {
        return bandwidth.stream()
                .filter(one -> one.level().equals(level))
                .map(Bandwidth::pattern)
                .distinct()
                .filter(pattern -> moves == null ? pattern != Pattern.ARRAYCOPY : pattern == moves)
                .flatMap(pattern -> atMost(
                                bandwidth.stream()
                                        .filter(one -> one.level().equals(level) && one.pattern() == pattern)
                                        .toList(),
                                workers, Bandwidth::workers, one -> one.gbPerSecond().median())
                        .stream())
                .max(Comparator.naturalOrder())
                .map(rate -> new LevelRate(level, rate));
    }

    private static <T> Optional<Double> atMost(
            List<T> measured, int workers, ToIntFunction<T> count, ToDoubleFunction<T> rate) {
        Comparator<T> byWorkers = Comparator.comparingInt(count);
        Optional<Double> fewest = measured.stream().min(byWorkers)
                .map(one -> rate.applyAsDouble(one) * workers / count.applyAsInt(one));
        Optional<Double> most = measured.stream().max(byWorkers).map(rate::applyAsDouble);
        return fewest.map(linear -> workers == 1 ? linear : Math.min(linear, most.orElseThrow()));
    }
}
