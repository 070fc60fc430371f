package dev.lanes.web.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.HostAndPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkshopGateTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
    void thisMachineCallsItselfByItsOwnNames(String name) {
        assertThat(WorkshopGate.isHere("127.0.0.1", HostAndPort.create(name, 8080))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "192.168.0.7"})
    void aNameThatLeadsHereIsNotThisMachine(String name) {
        assertThat(WorkshopGate.isHere("127.0.0.1", HostAndPort.create(name, 8080))).isFalse();
    }

    @Test
    void neitherIsACallFromElsewhereOrWithoutAName() {
        assertThat(WorkshopGate.isHere("192.168.0.7", HostAndPort.create("localhost", 8080))).isFalse();
        assertThat(WorkshopGate.isHere("127.0.0.1", null)).isFalse();
    }
}
