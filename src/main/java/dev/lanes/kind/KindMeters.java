package dev.lanes.kind;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The metrics of each kind of machines, for `/q/metrics`, if there are several machines.
@Singleton
public class KindMeters {
    private final MultiGauge waiting;
    private final MultiGauge machines;

    KindMeters(MeterRegistry registry) {
        waiting = MultiGauge.builder("lanes.kind.waiting").register(registry);
        machines = MultiGauge.builder("lanes.kind.machines").register(registry);
    }

    /// Registers them.
    public void tell(List<MachineKind> kinds) {
        waiting.register(
                kinds.stream()
                        .map(kind -> MultiGauge.Row.of(Tags.of("kind", kind.name()), kind.waiting()))
                        .toList(),
                true);
        machines.register(kinds.stream().flatMap(KindMeters::rows).toList(), true);
    }

    private static Stream<MultiGauge.Row<?>> rows(MachineKind kind) {
        return Stream.of(MachineKind.State.values()).map(state -> MultiGauge.Row.of(
                Tags.of("kind", kind.name(), "state", state.name().toLowerCase(Locale.ROOT)),
                kind.machines().stream().filter(one -> one.state() == state).count()));
    }
}
