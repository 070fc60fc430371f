package dev.lanes.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lanes.event.edit.Edited;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the measuring process is told to do, as one JSON line on its standard input.
///
/// @param experiment name of the experiment's class
/// @param params values of its JMH parameters
/// @param cases what to measure, in the order shown; the baseline among them unless the visitor left it out
/// @param effort how much to measure of a case whose code is compiled
/// @param seed decides the order of the cases within each round
/// @param heapBytes size of the heap of every fork
/// @param ceilings what the machine can do at most; null where that is not known
/// @param swept the parameter of which each case has a value of its own; null if none has
/// @param before what an earlier run measured of these cases, which counts as measured; empty if nothing does
/// @param edited the code of the cases that are of an edit; null if none is
/// @param look whether to tell the machine code and the profile of the only case, and not to measure it
public record Plan(
        String experiment, Map<String, String> params, List<Case> cases, Effort effort, long seed, long heapBytes,
        Ceilings ceilings,
        @JsonInclude(JsonInclude.Include.NON_NULL) String swept,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Run.Case> before,
        @JsonInclude(JsonInclude.Include.NON_NULL) Edited edited,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean look) {
    /// The heap of a fork where nothing asks for a larger one.
    public static final long USUAL_HEAP_BYTES = 1L << 30;

    public Plan {
        before = before == null ? List.of() : List.copyOf(before);
    }

    /// The same plan, told what the machine can do at most.
    public Plan under(Ceilings known) {
        return new Plan(experiment, params, cases, effort, seed, heapBytes, known, swept, before, edited, look);
    }

    /// The same plan, which goes on from what was measured of these cases.
    public Plan after(List<Run.Case> measured) {
        return new Plan(experiment, params, cases, effort, seed, heapBytes, ceilings, swept, measured, edited, look);
    }

    /// The same plan with those cases, some of which are of that edit.
    public Plan edited(Edited edit, List<Case> all) {
        return new Plan(experiment, params, all, effort, seed, heapBytes, ceilings, swept, before, edit, look);
    }

    /// A look into the only case of the plan, instead of measuring it.
    public Plan asLook() {
        return new Plan(experiment, params, cases, Effort.LOOK, seed, heapBytes, ceilings, swept, before, edited, true);
    }

    /// What the whole plan takes, in seconds, before anything of it is measured.
    public double estimateSeconds() {
        return effort.secondsForTheClaim() + cases.stream().mapToDouble(this::secondsLeft).sum();
    }

    /// The budget of the case, without that of the forks that it has had.
    public double secondsLeft(Case one) {
        Effort whole = effort(one);
        long had = before(one).map(measured -> (long) measured.rounds()).orElse(0L);
        return whole.secondsPerCase() * Math.max(0, whole.forks() - had) / whole.forks();
    }

    /// What was measured of the case before.
    public Optional<Run.Case> before(Case one) {
        return before.stream().filter(measured -> measured.key().equals(one.key())).findFirst();
    }

    /// The values of the parameters that the case is measured with.
    public Map<String, String> params(Case one) {
        if (one.at() == null) {
            return params;
        }
        Map<String, String> own = new LinkedHashMap<>(params);
        own.put(swept, String.valueOf(one.at()));
        return own;
    }

    /// How much to measure of that case.
    public Effort effort(Case one) {
        Effort own = effort.of(one.execution());
        return one.pool() == Pool.SEQUENTIAL ? own : own.onAPool();
    }

    /// The case whose workers are nearest to that number, counted in doublings, platform threads first.
    public static Optional<Case> nearest(Stream<Case> cases, int workers) {
        return cases.min(Comparator
                .comparingDouble((Case one) -> doublings(one.workers(), workers))
                .thenComparing(Case::pool));
    }

    /// By how many doublings two numbers of workers are apart, in units that do not matter.
    public static double doublings(int one, int other) {
        return Math.abs(Math.log((double) one / other));
    }

    /// One variant on one pool with one number of workers.
    ///
    /// @param key "variant", or "variant/pool/workers"; in a sweep with "@" and the value behind it
    /// @param method the variant's benchmark method
    /// @param workers threads or carriers of the pool, or threads of a library's own; 1 where there are neither
    /// @param callsBefore calls in the same JVM before the one that is timed; 0 unless it is measured from cold
    /// @param work what there is to do in one call; null if that is not counted
    /// @param ofClaim whether the claim is about it, or compares with it
    /// @param at its value of the parameter that is swept; null if none is
    /// @param edited whether it runs code that the visitor has edited
    public record Case(
            String key, String variant, String method, Pool pool, int workers, Execution execution, int callsBefore,
            Work work, boolean ofClaim, @JsonInclude(JsonInclude.Include.NON_NULL) Long at,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean edited) {
        /// The same case, which the claim is about or compares with, or neither.
        public Case ofClaim(boolean itIs) {
            return new Case(key, variant, method, pool, workers, execution, callsBefore, work, itIs, at, edited);
        }

        /// The same case with the code that the visitor has edited.
        public Case ofEdit() {
            return new Case(
                    Edited.key(key), variant, method, pool, workers, execution, callsBefore, work, false, at, true);
        }

        /// The same case at that value of the parameter that is swept, with what there is to do there.
        public Case at(long value, Work there) {
            return new Case(
                    Run.Sweep.key(key, value), variant, method, pool, workers, execution, callsBefore, there, false,
                    value, edited);
        }
    }

    /// What one call has to do at least, whatever way it does it.
    ///
    /// @param flops useful operations on numbers
    /// @param bytes to read and write
    /// @param footprint bytes of distinct data
    /// @param moves how they move; null if in no way that a ceiling is known for
    /// @param peak the share of the arithmetic ceiling that these operations can reach; null for all of it
    public record Work(
            double flops,
            double bytes,
            double footprint,
            @JsonInclude(JsonInclude.Include.NON_NULL) Ceilings.Pattern moves,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double peak) {

        /// What the operations can reach of a rate of multiply-adds on floats.
        public double reachable(double gflops) {
            return peak == null ? gflops : gflops * peak;
        }
    }

    /// What a case runs on.
    public enum Pool {
        @JsonProperty("sequential")
        SEQUENTIAL,
        @JsonProperty("platform")
        PLATFORM,
        @JsonProperty("virtual")
        VIRTUAL;

        /// The name in the API and in keys.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How a fork runs the code of a case, and how it is timed.
    public enum Execution {
        /// By the JIT's compiled code; the average time of the calls of an iteration.
        @JsonProperty("compiled")
        COMPILED,
        /// By the interpreter alone; an iteration is one call.
        @JsonProperty("interpreted")
        INTERPRETED,
        /// One timed call per fork, after as many as the case says.
        @JsonProperty("from-cold")
        FROM_COLD;

        /// Whether calls are timed one by one.
        public boolean callByCall() {
            return this != COMPILED;
        }
    }

    /// How much to measure of every case: JVMs until its interval is within `target` of its median, but at least
    /// `leastForks` and at most `forks` of them. In each of them the warm-up lasts until the times have settled, at
    /// most `warmupIterations`, and then `measureIterations` are measured, of `iterationMillis` milliseconds each; of
    /// operations that take longer than that, as many as fit in the same time.
    ///
    /// @param claimForks of the cases that the claim is about, while they leave it open
    /// @param target a share such as 0.03; 0 asks for all `forks`
    /// @param iterationMillis 0 if an iteration is one call, however long
    /// @param secondsPerCase the budget: after the first fork of every case, none begins that would not end within
    ///     this much per case
    /// @param secondsForTheClaim what the claim's cases may take besides
    public record Effort(
            int leastForks,
            int forks,
            Forks claimForks,
            int warmupIterations,
            int measureIterations,
            int iterationMillis,
            double target,
            double secondsPerCase,
            double secondsForTheClaim) {

        /// One JVM, long enough for some hundred samples.
        static final Effort LOOK = new Effort(1, 1, new Forks(1, 1, 1), 12, 9, 100, 0, 4, 0);

        /// So many JVMs.
        ///
        /// @param most before all other cases
        /// @param inAll with what the others leave of the budget; each is one more look at an open claim, and with
        ///     too many of them identical code would be called different (`CoverageTest`)
        public record Forks(int least, int most, int inAll) {}

        /// What starting, setting up, checking and ending a fork costs besides its iterations, about.
        private static final double SECONDS_AROUND_A_FORK = 0.7;

        /// What is compared with an interpreter differs by factors, so a tenth is close enough.
        private static final double INTERPRETED_TARGET = 0.10;
        private static final int INTERPRETED_CALLS = 3;
        /// The timed calls, one to warm up and two for the check, of half a second each, and a slower start.
        private static final double SECONDS_OF_AN_INTERPRETED_FORK = 0.6 + 0.5 * (INTERPRETED_CALLS + 3);

        /// Student's interval of five is not much wider than what the calls themselves vary by.
        private static final int LEAST_COLD_FORKS = 5;

        /// From `leastForks` to `forks` JVMs for every case, with a budget for all of them at the pace that is usual:
        /// times settle within half of the longest warm-up.
        public static Effort adaptive(
                int leastForks, int forks, int warmupIterations, int measureIterations, int iterationMillis,
                double target) {
            double iterationSeconds = (warmupIterations / 2.0 + measureIterations) * iterationMillis / 1e3;
            return new Effort(
                    leastForks, forks, new Forks(leastForks, forks, forks), warmupIterations, measureIterations,
                    iterationMillis, target, forks * (SECONDS_AROUND_A_FORK + iterationSeconds), 0);
        }

        /// A pool's threads sleep between two iterations, and waking them up made iterations of 10 ms 6 % slower than
        /// those of 50 ms (docs/decisions/0032).
        private static final int LEAST_MILLIS_ON_A_POOL = 20;

        /// The same effort for a case that runs on a pool.
        Effort onAPool() {
            int millis = iterationMillis == 0 ? 0 : Math.max(iterationMillis, LEAST_MILLIS_ON_A_POOL);
            return new Effort(
                    leastForks, forks, claimForks, warmupIterations, measureIterations, millis, target, secondsPerCase,
                    secondsForTheClaim);
        }

        /// The same effort for a case that runs in that way.
        ///
        /// The interpreter needs no warm-up but of the caches, and its calls are long and much alike: half as many
        /// JVMs will do. From cold every JVM gives a single sample, and what comes before it is part of the set-up: it
        /// takes more of them, which are short.
        public Effort of(Execution execution) {
            return switch (execution) {
                case COMPILED -> this;
                case INTERPRETED -> {
                    int fewer = Math.max(1, forks / 2);
                    int least = Math.min(leastForks, fewer);
                    yield new Effort(
                            least, fewer, new Forks(least, fewer, fewer), 1, INTERPRETED_CALLS, 0,
                            Math.max(target, INTERPRETED_TARGET),
                            fewer * (SECONDS_AROUND_A_FORK + SECONDS_OF_AN_INTERPRETED_FORK), secondsForTheClaim);
                }
                case FROM_COLD -> {
                    int more = Math.max(LEAST_COLD_FORKS, 2 * forks);
                    yield new Effort(
                            more, more, new Forks(more, more, more), 0, 1, 0, 0, more * SECONDS_AROUND_A_FORK,
                            secondsForTheClaim);
                }
            };
        }
    }
}
