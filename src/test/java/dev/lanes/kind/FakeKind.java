package dev.lanes.kind;

import dev.lanes.event.Machine;
import dev.lanes.run.FakeWorker;
import dev.lanes.run.MachineCeilings;
import dev.lanes.run.Samples;
import java.util.List;
import java.util.Optional;

/// A kind of machine for tests, whose machines are what the test says.
public record FakeKind(String name, Machine card, List<Member> machines, int waiting) implements MachineKind {

    /// One machine that is idle.
    public static FakeKind of(String name, Machine card) {
        return new FakeKind(name, card, List.of(new Member(name + "-1", card, State.IDLE)), 0);
    }

    /// Planners for the sample experiments on these kinds.
    public static KindPlanners planners(MachineKind... kinds) {
        return new KindPlanners(() -> List.of(kinds), Samples.PLANNER);
    }

    /// A machine of so many cores, without hardware threads.
    public static Machine machine(int cores, int simdBits, long memoryBytes) {
        Machine fake = FakeWorker.MACHINE;
        return new Machine(
                "Fake CPU of " + cores, "aarch64", cores, cores, cores, fake.caches(), simdBits, memoryBytes, fake.os(),
                fake.javaVersion(), fake.jvmName(), fake.jit(), false, List.of(), null, "none was found");
    }

    @Override
    public String label() {
        return "Label of " + name;
    }

    @Override
    public MachineCeilings.Known ceilings() {
        return new MachineCeilings.Known(MachineCeilings.State.MEASURED, FakeWorker.CEILINGS, null, null);
    }

    @Override
    public String build() {
        return "build of " + name;
    }

    @Override
    public Optional<Machine> machine() {
        return Optional.ofNullable(card);
    }
}
