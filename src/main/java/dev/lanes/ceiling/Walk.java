package dev.lanes.ceiling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A way through memory, and how much of it is walked through: what one measured iteration of [PeakBandwidth] does.
///
/// @param range bytes of each array, a power of two from 512 to 2^28
public record Walk(Pattern pattern, int range) {
    /// What a call reads or writes of each array at least: by far more than what calling costs.
    private static final int LEAST_WALKED = 1 << 20;

    /// What one call moves, reading and writing.
    public double bytesMoved() {
        return (double) pattern.arrays() * walked();
    }

    /// Bytes of each array that one call reads or writes, which may be the same ones many times.
    int walked() {
        return Math.max(range, LEAST_WALKED);
    }

    /// How messages call it.
    public String name() {
        return pattern.name().toLowerCase(Locale.ROOT);
    }

    /// The walks as one parameter of a benchmark, such as "LOAD:16384 COPY:8192".
    public static String write(List<Walk> walks) {
        return walks.stream().map(walk -> walk.pattern + ":" + walk.range).collect(Collectors.joining(" "));
    }

    static List<Walk> read(String walks) {
        return Arrays.stream(walks.split(" "))
                .map(walk -> walk.split(":"))
                .map(parts -> new Walk(Pattern.valueOf(parts[0]), Integer.parseInt(parts[1])))
                .toList();
    }
}
