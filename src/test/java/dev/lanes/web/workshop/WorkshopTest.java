package dev.lanes.web.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lanes.BesideOthers;
import dev.lanes.run.ServerMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class WorkshopTest {

    @Test
    void isOpenInDevModeAndElsewhereOnlyIfAskedFor() {
        assertThat(closed(ServerMode.LOCAL, null, "localhost", true)).isEmpty();
        assertThat(closed(ServerMode.LOCAL, false, "localhost", true)).isPresent();
        assertThat(closed(ServerMode.LOCAL, null, "localhost", false)).isPresent();
        assertThat(closed(ServerMode.LOCAL, true, "localhost", false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "::1", "0:0:0:0:0:0:0:1"})
    void opensOnThisMachineAlone(String host) {
        assertThat(closed(ServerMode.LOCAL, true, host, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.0.7", "demo.example.org", "localhost.example.org", ""})
    void neverOpensWhereOthersCome(String host) {
        assertThat(closed(ServerMode.LOCAL, null, host, true)).isPresent();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> closed(ServerMode.LOCAL, true, host, true)).withMessageContaining(Workshop.SETTING);
    }

    @Test
    void neverOpensOnAHostedServer() {
        assertThat(closed(ServerMode.HOSTED, null, "localhost", true)).isPresent();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> closed(ServerMode.HOSTED, true, "localhost", false))
                .withMessageContaining(Workshop.SETTING);
    }

    @Test
    void neverOpensBesideOtherServers() {
        assertThat(Workshop.closed(ServerMode.LOCAL, true, Optional.empty(), "localhost", true)).isPresent();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Workshop.closed(ServerMode.LOCAL, true, Optional.of(true), "localhost", true))
                .withMessageContaining(Workshop.SETTING);
    }

    private static Optional<String> closed(ServerMode mode, Boolean wanted, String host, boolean devMode) {
        return Workshop.closed(mode, false, Optional.ofNullable(wanted), host, devMode);
    }
}
