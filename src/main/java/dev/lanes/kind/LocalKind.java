package dev.lanes.kind;

import dev.lanes.event.Machine;
import dev.lanes.plan.Capacity;
import dev.lanes.process.MachineProbe;
import dev.lanes.run.MachineCeilings;
import dev.lanes.run.RunDesk;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The machine that this server runs on, as the only one of its kind.
///
/// @param machineName what it is called among others of its kind
public record LocalKind(
        String name, String label, String machineName, RunDesk desk, MachineProbe probe,
        MachineCeilings measured)
        implements MachineKind {

    @Override
    public List<Member> machines() {
        CompletableFuture<Machine> reading = probe.read();
        Machine read = reading.isCompletedExceptionally() ? null : reading.getNow(null);
        return List.of(new Member(machineName, read, desk.busy() ? State.MEASURING : State.IDLE));
    }

    @Override
    public int waiting() {
        return desk.waiting();
    }

    @Override
    public MachineCeilings.Known ceilings() {
        return measured.known();
    }

    @Override
    public String build() {
        return Build.ofThisServer();
    }

    @Override
    public Optional<Machine> machine() {
        return probe.machine();
    }

    /// As the probe has read it; the probe does not try again for every call.
    @Override
    public Capacity capacity() {
        return probe.capacity();
    }
}
