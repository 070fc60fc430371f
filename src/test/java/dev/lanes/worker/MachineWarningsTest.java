package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.ForeignLocale;
import dev.lanes.event.Machine;
import dev.lanes.worker.MachineWarnings.Signs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MachineWarningsTest {
    @Test
    void aBareMachineAtFullClockHasNoWarnings() {
        assertThat(codes(new Signs(8, 8, 256, true, true, Optional.of("max 100000"), false, Optional.of("performance"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8, 256, true,  true,  max 100000,    false, performance, one-cpu",
        "4, 8, 256, true,  true,  max 100000,    false, performance, fewer-cpus",
        "8, 8, 256, true,  true,  150000 100000, false, performance, container-limits",
        "8, 8, 256, true,  true,  max 100000,    true,  performance, virtual-machine",
        "8, 8, 256, true,  true,  max 100000,    false, powersave,   power-saving",
        "8, 8, 256, false, true,  max 100000,    false, performance, c1-only",
        "8, 8, 64,  true,  true,  max 100000,    false, performance, no-vector-unit",
        "8, 8, 128, true,  true,  max 100000,    false, performance, narrow-simd",
        "8, 8, 256, true,  false, max 100000,    false, performance, no-fma",
    })
    void eachSignHasItsWarning(
            int usable, int logical, int bits, boolean optimising, boolean fused, String quota, boolean virtual,
            String governor, String code) {
        Signs signs = new Signs(
                usable, logical, bits, optimising, fused, Optional.of(quota), virtual, Optional.of(governor));

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
                4, 8, 128, true, true, Optional.of("150000 100000"), false, Optional.of("performance"));
        try (ForeignLocale foreign = ForeignLocale.of(locale)) {
            assertThat(String.join(" ", MachineWarnings.of(signs).stream().map(Machine.Warning::text).toList()))
                    .contains("1.5").contains("4 of 8").contains("128");
        }
    }

    private static List<String> codes(Signs signs) {
        return MachineWarnings.of(signs).stream().map(Machine.Warning::code).toList();
    }
}
