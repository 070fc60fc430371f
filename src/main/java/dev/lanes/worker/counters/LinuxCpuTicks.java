package dev.lanes.worker.counters;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;

/// What all processors did since the machine started, or within some time, in ticks, as Linux counts it in
/// `/proc/stat`.
///
/// @param all ticks of any kind
/// @param busy ticks in which something ran
/// @param stolen ticks that the hypervisor gave to other guests
record LinuxCpuTicks(long all, long busy, long stolen) {
    private static final String STAT = "/proc/stat";
    /// It has ten numbers.
    private static final int FIRST_LINE = 256;
    private static final LinuxCpuTicks UNKNOWN = new LinuxCpuTicks(0, 0, 0);
    /// user, nice, system, idle, iowait, irq, softirq, steal; guests' ticks behind them are part of user's.
    private static final int KINDS = 8;
    /// What programs get to see is always counted in hundredths of a second.
    static final double TICK_NANOS = 1e7;
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STEAL = 7;

    /// Now; without any tick where it cannot be read.
    static LinuxCpuTicks read() {
        // Read around every iteration of 10 ms, by code that is interpreted: plain reading takes a third of the time.
        try (FileInputStream file = new FileInputStream(STAT)) {
            return of(new String(file.readNBytes(FIRST_LINE), StandardCharsets.US_ASCII));
        } catch (IOException absent) {
            return UNKNOWN;
        }
    }

    /// From the line for all processors together, and what follows it.
    static LinuxCpuTicks of(String line) {
        StringTokenizer words = new StringTokenizer(line);
        if (words.countTokens() <= KINDS || !words.nextToken().equals("cpu")) {
            return UNKNOWN;
        }
        long[] ticks = new long[KINDS];
        long all = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            ticks[kind] = Long.parseLong(words.nextToken());
            all += ticks[kind];
        }
        return new LinuxCpuTicks(all, all - ticks[IDLE] - ticks[WAITING] - ticks[STEAL], ticks[STEAL]);
    }

    /// What went by since then.
    LinuxCpuTicks since(LinuxCpuTicks before) {
        return new LinuxCpuTicks(all - before.all, busy - before.busy, stolen - before.stolen);
    }

    /// Those in which other processes ran.
    ///
    /// @param ownNanos processor time that the own process took
    double ofOthers(double ownNanos) {
        return busy - ownNanos / TICK_NANOS;
    }
}
