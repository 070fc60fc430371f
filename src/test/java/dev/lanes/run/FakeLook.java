package dev.lanes.run;

import dev.lanes.event.Plan;
import dev.lanes.event.RunEvent;
import dev.lanes.event.look.MachineCode;
import dev.lanes.event.look.Profile;
import java.util.List;
import java.util.function.Consumer;

/// What a look into the code of a case tells if nobody looks: a loop of four instructions, in 103 ns as the fake worker
/// has all cases take, and two methods with three quarters and one quarter of the time.
final class FakeLook {
    private static final String FILE = "dev/lanes/experiment/sample/Scripted.java";
    private static final int FIRST_LINE = 69;

    private static final String EMPTY_GZIP = "H4sIAAAAAAAA/wMAAAAAAAAAAAA=";

    private FakeLook() {}

    static void report(Plan plan, Consumer<RunEvent> events) {
        Plan.Case one = plan.cases().getFirst();
        events.accept(new RunEvent.CaseStarted(one.key(), 1));
        events.accept(new RunEvent.Code(one.key(), code(one)));
        events.accept(new RunEvent.Profiled(one.key(), profile(one)));
        events.accept(new RunEvent.Recording(one.key(), EMPTY_GZIP));
        events.accept(new RunEvent.Finished(null, List.of(), null, List.of(), "1.37", null));
    }

    private static MachineCode code(Plan.Case one) {
        boolean lanes = one.pool() != Plan.Pool.SEQUENTIAL;
        MachineCode.Turn turn = new MachineCode.Turn(
                4, lanes ? 64 : 1, lanes ? 16 : 1, lanes ? 512 : 32,
                List.of(new MachineCode.Work("multiply-add", lanes ? 4 : 1, lanes ? 16 : 1)), lanes ? 4 : 1, 2, 0, 0,
                lanes ? 0 : 1, 0, 0, 0, 0, 0, 0);
        List<MachineCode.Line> lines = List.of(
                new MachineCode.Line(0, "xor eax,eax", null, null),
                new MachineCode.Line(2, "vfmadd231ps zmm0,zmm1,ZMMWORD PTR [rsi+rax*4+0x10]", 0, null),
                new MachineCode.Line(13, "cmp eax,edx", 0, null),
                new MachineCode.Line(15, "jae 0x40", 0, "bounds check"),
                new MachineCode.Line(17, "jl 0x2", 1, null),
                new MachineCode.Line(19, "ret", null, null));
        return new MachineCode(
                "x86-64", "Scripted.half", 103.0,
                List.of(new MachineCode.Place(FILE, "Scripted.half", FIRST_LINE),
                        new MachineCode.Place(FILE, "Scripted.half", FIRST_LINE + 1)),
                lines, 0, 7,
                new MachineCode.Loop(1, 4, false, turn, "A turn does %d numbers.".formatted(turn.numbers())), null);
    }

    private static Profile profile(Plan.Case one) {
        Profile.Call half = new Profile.Call("Scripted.half", 0.75, List.of());
        Profile.Call take = new Profile.Call("Queue.take", 0.05, List.of());
        Profile.Call all = new Profile.Call("all", 1, List.of(
                new Profile.Call("Scripted.plain", 1, List.of(half, take))));
        return new Profile(
                Profile.Sampler.CPU_TIME, 970, 200, 3, 0, 1, 0.75, 103.0,
                List.of(new Profile.ThreadShare("worker 1", 1, null)),
                List.of(new Profile.LineShare(FILE, FIRST_LINE, 0.75), new Profile.LineShare(FILE, FIRST_LINE - 4, 0.25)),
                all);
    }
}
