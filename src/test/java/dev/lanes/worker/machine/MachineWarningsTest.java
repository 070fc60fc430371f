package dev.lanes.worker.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.ForeignLocale;
import dev.lanes.event.Machine;
import dev.lanes.worker.machine.MachineWarnings.Signs;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Isolated("changes the default locale of the JVM")
class MachineWarningsTest {
    @Test
    void aBareMachineAtFullClockHasNoWarnings() {
        assertThat(codes(new Signs(
                8, 8, false, 1, 256, true, true, OptionalDouble.empty(), false, Optional.of("performance")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, 1, 256, true,  true,  8,   false, performance, one-cpu",
        "4, false, 1, 256, true,  true,  8,   false, performance, fewer-cpus",
        "8, false, 1, 256, true,  true,  0.5, false, performance, container-limits",
        "8, false, 1, 256, true,  true,  8,   true,  performance, virtual-machine",
        "8, true,  1, 256, true,  true,  8,   false, performance, unequal-cores",
        "8, false, 2, 256, true,  true,  8,   false, performance, several-memory-nodes",
        "8, false, 1, 256, true,  true,  8,   false, powersave,   power-saving",
        "8, false, 1, 256, false, true,  8,   false, performance, c1-only",
        "8, false, 1, 64,  true,  true,  8,   false, performance, no-vector-unit",
        "8, false, 1, 128, true,  true,  8,   false, performance, narrow-simd",
        "8, false, 1, 256, true,  false, 8,   false, performance, no-fma",
    })
    void eachSignHasItsWarning(
            int usable, boolean unequal, int nodes, int bits, boolean optimising, boolean fused, double quota,
            boolean virtual, String governor, String code) {
        Signs signs = new Signs(
                usable, 8, unequal, nodes, bits, optimising, fused, OptionalDouble.of(quota), virtual,
                Optional.of(governor));

        assertThat(codes(signs)).containsExactly(code);
        assertThat(MachineWarnings.of(signs)).allSatisfy(warning -> {
            assertThat(warning.text()).endsWith(".");
            assertThat(warning.nextStep()).endsWith(".");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.lanes.ForeignLocale#tags")
    void figuresAreWrittenAlikeInEveryCountry(String locale) {
        Signs signs = new Signs(
                4, 8, false, 1, 128, true, true, OptionalDouble.of(1.5), false, Optional.of("performance"));
        try (ForeignLocale foreign = ForeignLocale.of(locale)) {
            assertThat(String.join(" ", MachineWarnings.of(signs).stream().map(Machine.Warning::text).toList()))
                    .contains("1.50").contains("4 of 8").contains("128");
        }
    }

    private static List<String> codes(Signs signs) {
        return MachineWarnings.of(signs).stream().map(Machine.Warning::code).toList();
    }
}
