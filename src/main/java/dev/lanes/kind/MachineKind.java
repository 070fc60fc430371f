package dev.lanes.kind;

import dev.lanes.event.Machine;
import dev.lanes.plan.Capacity;
import dev.lanes.run.MachineCeilings;
import java.util.List;
import java.util.Optional;

/// Machines that are alike, with one queue: a visitor chooses among kinds, and any machine of the kind takes the run.
public interface MachineKind {

    /// Such as `2-x86_64`, in requests, addresses and results; never changes.
    String name();

    /// For visitors, such as "2 processors, x86".
    String label();

    /// Those that are known, whether they are up or not. None of this waits for a machine.
    List<Member> machines();

    /// How many runs wait for a machine of this kind.
    int waiting();

    /// What such a machine can do at most, as far as it was measured.
    MachineCeilings.Known ceilings();

    /// The program that the kind's machines run, as [Build] tells it.
    String build();

    /// A machine that stands for all of them, even if it is away; waits until it is read, empty if none was ever read.
    Optional<Machine> machine();

    /// What such a machine has room for: ranges, availability and estimates come of it. May wait as [#machine] does.
    default Capacity capacity() {
        return machine().map(Capacity::of).orElseGet(Capacity::unknown);
    }

    /// One machine.
    ///
    /// @param name of the host, or as the operator calls it
    /// @param machine null while it is not read
    record Member(String name, Machine machine, State state) {}

    /// What a machine does now.
    enum State {
        IDLE,
        MEASURING,
        /// It runs another build than this server, and gets no runs until one of them is replaced.
        UPDATING,
        /// Nothing has been heard of it for a while.
        AWAY
    }
}
