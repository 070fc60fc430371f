package dev.lanes.stats;

/// Something the fork notes about an iteration besides its time.
public enum Fact {
    /// Operations that ran in the iteration.
    OPERATIONS,
    /// Operations that one call of the benchmark method stands for; the same for all iterations of a fork.
    OPERATIONS_PER_CALL,
    /// Processor time of all threads of the fork and of the processes it started, in ns per operation. Where the system
    /// counts in ticks of 10 ms, a single iteration of 100 ms is known to a tenth only.
    CPU_NS_PER_OP,
    /// Time the JIT compilers were at work, as a share of the iteration.
    COMPILER_SHARE,
    /// Ticks of all processors since the fork's first iteration that knows them: of 10 ms as Linux counts, they say
    /// nothing of a single iteration of 10 ms.
    TICKS,
    /// Those of them that the hypervisor gave to other guests.
    STOLEN_TICKS,
    /// Those in which other processes ran than the fork and those that it started; what rounding leaves may be negative.
    OTHERS_TICKS,
    /// How often the thread that calls the operation gave up its processor of its own accord, per operation: it slept,
    /// or waited for a lock, another thread or another process.
    WAITS_PER_OP,
    /// Garbage collections that began or ended within the iteration.
    COLLECTIONS,
    /// Bytes that all threads allocated, per operation.
    BYTES_PER_OP,
    /// One step of arithmetic in registers, in ns: the slower of two probes, right before and after the iteration.
    PROBE_NS,
    /// Processors that such a probe looks at; the same for all iterations of a fork.
    PROBED_PROCESSORS,
    /// One turn of an empty measuring loop, in ns; the same for all iterations of a fork.
    EMPTY_NS,
    /// The smallest step of the clock, in ns; the same for all iterations of a fork.
    CLOCK_NS,
    /// 1 where the fork has no optimising compiler, else 0.
    C1_ONLY,
    /// 1 where a debugger is attached to the fork, else 0.
    DEBUGGED
}
