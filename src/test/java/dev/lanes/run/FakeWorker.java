package dev.lanes.run;

import dev.lanes.event.Ceilings;
import dev.lanes.event.CheckResult;
import dev.lanes.event.EventLine;
import dev.lanes.event.Events;
import dev.lanes.event.Figure;
import dev.lanes.event.Fit;
import dev.lanes.event.ForkJvm;
import dev.lanes.event.Machine;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import dev.lanes.event.Problem;
import dev.lanes.event.Run;
import dev.lanes.event.RunEvent.Phase;
import dev.lanes.event.RunEvent;
import dev.lanes.event.Score;
import dev.lanes.event.Speedup;
import dev.lanes.event.Swept;
import dev.lanes.event.Trust;
import dev.lanes.event.Verdict;
import dev.lanes.process.WorkerCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A process that behaves as a worker, well or badly, but measures nothing. The plan's parameter `script` says how;
/// without it, the worker behaves well and tells a second speedup and a figure of every case, too.
public final class FakeWorker {
    public static final String ANSWER = "One for each worker: 2.0 times faster than Plain (1.9 to 2.1).";
    public static final Machine MACHINE = new Machine(
            "Fake CPU", "amd64", 4, 2, 4, List.of(new Machine.Cache(1, "data", 32768, 64)), 256, 1L << 33, "Fake OS",
            "25", "Fake VM", "C1 and C2", false, List.of(),
            null, "none was found");

    public static final Ceilings CEILINGS = new Ceilings(
            "2026-01-02T03:04:05Z", "Fake VM 25",
            List.of(new Ceilings.Compute(1, new Ceilings.Rate(100, 95, 105)),
                    new Ceilings.Compute(2, new Ceilings.Rate(190, 180, 200))),
            List.of(new Ceilings.Bandwidth("L1", 32768L, 1, Ceilings.Pattern.LOAD, new Ceilings.Rate(200, 190, 210)),
                    new Ceilings.Bandwidth("memory", null, 2, Ceilings.Pattern.ADD, new Ceilings.Rate(30, 28, 32))));

    /// A property of a worker whose ceilings cannot be right.
    static final String DOUBT = "fake.doubt";
    /// What it prints last then.
    static final String DOUBT_IN_WORDS = "L2 came out faster than L1.";

    /// Long enough to be seen while it measures ceilings.
    private static final int CEILING_MILLIS = 400;

    /// Of a sample that takes its time: a run of two cases is long enough to be reloaded, cut off or joined.
    private static final int STEADY_MILLIS = 250;

    /// Warm-up iterations, and measured ones, of every fork, whatever the plan says.
    private static final int ITERATIONS = 5;

    private static final List<String> FLAGS = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx32m", "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr", "-XX:-UsePerfData");

    /// What a sweep is said to have found.
    public static final String SWEPT = "Break-even at 16 floats.";

    private FakeWorker() {}

    /// What the process does after it has taken the plan.
    public enum Script {
        /// Reports every case, in one fork, and a verdict.
        NORMAL,
        /// Reports samples until it is stopped.
        ENDLESS,
        /// Reports its start and nothing more.
        SILENT,
        /// Prints something that is not an event.
        GARBAGE,
        /// Reports on a case that was not planned.
        WRONG_CASE,
        /// Prints thirty lines to standard error and ends with exit code 7.
        CRASH,
        /// Fills its memory.
        OUT_OF_MEMORY,
        /// Ends with exit code 0 and no result.
        EARLY_END,
        /// Starts a process of its own, reports the number of that as an iteration, and waits.
        GRANDCHILD,
        /// Reports its end, and goes on living.
        LINGERING,
        /// Reports a failure of its own.
        FAILURE,
        /// Reports forty thousand samples as fast as it can.
        FLOOD,
        /// Leaves a file in its folder and reports its end.
        LITTER,
        /// Reports times that scatter, on a machine whose host gives some of it to others.
        NOISY,
        /// Reports clearly different times, on a machine whose host gives a third of it to others.
        DOUBTFUL,
        /// As the first one, but takes its time for each sample.
        STEADY;

        public long number() {
            return ordinal() + 1;
        }
    }

    /// The command that starts this class in place of the worker.
    public static WorkerCommand command() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        List<Path> classPath = new ArrayList<>(WorkerCommand.flatClassPath(loader));
        classPath.add(Path.of(FakeWorker.class.getProtectionDomain().getCodeSource().getLocation().getPath()));
        QuickStart start = QuickStart.of(classPath, FLAGS, FakeWorker.class.getName(), "--rehearsal");
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add(start.flag());
        return new WorkerCommand(flags, start.classPath(), FakeWorker.class.getName());
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("--machine")) {
            System.out.println(EventLine.write(MACHINE));
        } else if (arguments.length > 0 && arguments[0].equals("--rehearsal")) {
            rehearse();
        } else if (arguments.length > 0 && arguments[0].equals("--ceilings")) {
            Thread.sleep(CEILING_MILLIS);
            if (Boolean.getBoolean(DOUBT)) {
                System.err.println("A line before.");
                System.err.println(DOUBT_IN_WORDS);
                System.exit(4);
            }
            System.out.println(EventLine.write(CEILINGS));
        } else if (arguments.length > 0 && arguments[0].equals("--sleep")) {
            Thread.sleep(Long.MAX_VALUE);
        } else {
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            Plan plan = EventLine.read(lines.readLine(), Plan.class);
            int script = Integer.parseInt(plan.params().getOrDefault("script", "1"));
            play(Script.values()[script - 1], plan);
        }
    }

    /// Loads what the first script takes.
    private static void rehearse() throws IOException, InterruptedException {
        Plan plan = Plans.plan(
                "any", Map.of(), List.of(Plans.compiled("any", "any", "any", Plan.Pool.PLATFORM, 2)),
                new Plan.Effort(1, 1, new Plan.Effort.Forks(1, 1, 1), 1, 1, 1, 0.1, 1, 1), 1);
        play(Script.NORMAL, EventLine.read(EventLine.write(plan), Plan.class));
    }

    private static void play(Script script, Plan plan) throws IOException, InterruptedException {
        List<String> keys = plan.cases().stream().map(Plan.Case::key).toList();
        print(new RunEvent.Started(keys, 1.5, MACHINE, null));
        switch (script) {
            case NORMAL -> {
                if (plan.look()) {
                    FakeLook.report(plan, FakeWorker::print);
                } else {
                    measure(plan, 0);
                }
            }
            case ENDLESS -> {
                for (int iteration = 1; ; iteration++) {
                    print(Events.sample(keys.getFirst(), Phase.MEASURE, 1, iteration, 100));
                    Thread.sleep(20);
                }
            }
            case SILENT -> Thread.sleep(Long.MAX_VALUE);
            case GARBAGE -> {
                System.out.println("Hello, world");
                Thread.sleep(Long.MAX_VALUE);
            }
            case WRONG_CASE -> print(new RunEvent.CaseStarted("not-planned", 1));
            case CRASH -> {
                for (int line = 1; line <= 30; line++) {
                    System.err.println("line " + line);
                }
                System.exit(7);
            }
            case OUT_OF_MEMORY -> {
                List<long[]> filled = new ArrayList<>();
                while (true) {
                    filled.add(new long[1 << 20]);
                }
            }
            case EARLY_END -> {}
            case GRANDCHILD -> {
                print(Events.sample(keys.getFirst(), Phase.MEASURE, 1, (int) sleepingChild(), 1));
                Thread.sleep(Long.MAX_VALUE);
            }
            case LINGERING -> {
                print(Events.finished(verdict()));
                Thread.sleep(Long.MAX_VALUE);
            }
            case FAILURE -> print(new RunEvent.Failed(new Problem("A fork failed", "It says why.")));
            case FLOOD -> {
                for (int iteration = 1; iteration <= 40_000; iteration++) {
                    print(Events.sample(keys.getFirst(), Phase.MEASURE, 1, iteration, 100 + iteration % 7));
                }
                print(Events.finished(verdict()));
            }
            case LITTER -> {
                Files.createFile(Path.of(System.getProperty("java.io.tmpdir"), "litter"));
                Files.createDirectories(Path.of("a/b"));
                print(Events.finished(verdict()));
            }
            case NOISY -> new DisturbedRun(plan, 0.05, 0.3, 1.2).report(FakeWorker::print);
            case DOUBTFUL -> new DisturbedRun(plan, 0.33, 0.01, 3).report(FakeWorker::print);
            case STEADY -> measure(plan, STEADY_MILLIS);
        }
    }

    private static void measure(Plan plan, int millisOfASample) throws InterruptedException {
        List<String> keys = plan.cases().stream().map(Plan.Case::key).toList();
        boolean scripted = plan.params().containsKey("script");
        Speedup overYardstick = scripted ? null : new Speedup(35, 30, 40);
        List<Figure> figures = scripted ? List.of() : List.of(new Figure("Waited", 12.5, "%"));
        Double allocated = scripted ? null : 1_200.0;
        for (String key : keys) {
            print(new RunEvent.CaseStarted(key, 1));
            for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
                Thread.sleep(millisOfASample);
                print(Events.sample(key, Phase.WARMUP, 1, iteration, 200));
            }
            for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
                Thread.sleep(millisOfASample);
                print(Events.sample(key, Phase.MEASURE, 1, iteration, 100 + iteration));
            }
            Score score = new Score(103, 101, 105, "ns/op", 0.95, ITERATIONS, 1);
            Speedup speedup = key.equals(keys.getFirst()) ? null : new Speedup(2, 1.9, 2.1);
            Trust good = new Trust(Trust.Level.GOOD, List.of());
            print(new RunEvent.Scored(key, score, speedup, overYardstick, good, allocated, List.of(), null));
            print(new RunEvent.Checked(key, true, new CheckResult("all agree", 0.0, 0.0, null, null), figures));
            print(new RunEvent.Progress(0.5, 0.7));
        }
        print(new RunEvent.Finished(
                verdict(), fits(plan), swept(plan), keys.stream().map(FakeWorker::jvm).toList(), "1.37", null));
    }

    /// Of every case but the first, which it breaks even with between the first two values.
    private static Swept swept(Plan plan) {
        if (plan.swept() == null) {
            return null;
        }
        Map<String, List<Plan.Case>> lines = plan.cases().stream().collect(Collectors.groupingBy(
                one -> Run.Sweep.line(one.key()), LinkedHashMap::new, Collectors.toList()));
        String reference = lines.keySet().iterator().next();
        return new Swept(plan.swept(), lines.entrySet().stream().skip(1)
                .map(line -> new Swept.Line(
                        line.getKey(), "Case " + line.getKey(), reference,
                        line.getValue().stream()
                                .map(one -> new Swept.Point(one.at(), new Speedup(one.at() > 16 ? 2 : 0.5, 0.4, 2.2)))
                                .toList(),
                        List.of(new Swept.BreakEven(16.0, 12.0, 20.0, Swept.Than.FASTER)), SWEPT))
                .toList());
    }

    private static List<Fit> fits(Plan plan) {
        return plan.cases().stream()
                .filter(one -> one.pool() != Plan.Pool.SEQUENTIAL)
                .map(one -> Fit.refused(one.variant(), one.pool(), "Nothing was measured."))
                .distinct()
                .toList();
    }

    private static ForkJvm jvm(String key) {
        return new ForkJvm(key, "java", List.of("-Xmx1g"), "25", "Fake VM", "25+1");
    }

    private static Verdict verdict() {
        return Verdict.of(Verdict.Outcome.HOLDS, "It holds.", 2.0, new Speedup(2, 1.9, 2.1), null, null)
                .on(
                        null, null, null, null,
                        List.of("It kept 1.9 of 2 processors busy.", "Each task holds 2 ms of work."),
                        List.of("processors-busy", "handing-over"))
                .answering(ANSWER, null);
    }

    private static long sleepingChild() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-Xmx16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeWorker.class.getName(),
                        "--sleep")
                .inheritIO()
                .start()
                .pid();
    }

    private static void print(RunEvent event) {
        System.out.println(EventLine.write(event));
    }
}
