package dev.lanes.kind;

import dev.lanes.plan.RefusedRequestException;
import dev.lanes.plan.RequestCheck;
import java.util.List;
import java.util.Optional;

/// The kinds of machines that this server can have runs measured on.
@FunctionalInterface
public interface Kinds {

    /// In the order in which they are shown; the first is for requests that name none. Never empty: a server that
    /// knows of no machine yet has a kind without machines.
    List<MachineKind> all();

    default Optional<MachineKind> find(String name) {
        return all().stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /// The kind of that name, the first if it is null.
    ///
    /// @throws RefusedRequestException of the field `machine` if there is none
    default MachineKind named(String name) {
        return name == null
                ? all().getFirst()
                : find(name).orElseThrow(() -> RequestCheck.refused("machine", "machine may be %s, not %s.".formatted(
                        RequestCheck.listed(all().stream().map(MachineKind::name).toList()),
                        RequestCheck.shown(name))));
    }
}
