package dev.lanes.web.machines;

import dev.lanes.event.Machine;
import dev.lanes.kind.MachineKind;
import dev.lanes.web.document.CeilingsView;
import java.util.List;
import java.util.Locale;

/// One kind of machine: an element of the protocol's `GET /api/machines`.
record KindView(
        String kind, String label, List<Member> machines, int waiting, CeilingsView ceilings, String build) {

    /// @param machine null while it is not read
    /// @param state "idle", "measuring", "updating" or "away"
    record Member(String name, Machine machine, String state) {}

    static KindView of(MachineKind kind) {
        return new KindView(
                kind.name(), kind.label(),
                kind.machines().stream()
                        .map(one -> new Member(
                                one.name(), one.machine(), one.state().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                kind.waiting(), CeilingsView.of(kind.ceilings()), kind.build());
    }
}
