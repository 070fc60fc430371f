package dev.lanes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanes.BesideOthers;
import dev.lanes.run.ServerRole;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class EngineConfigTest {
    private static final Duration LEASE = Duration.ofSeconds(45);
    private static final Times TIMES = new Times(LEASE);

    @ParameterizedTest
    @EnumSource(names = {"FRONT", "MEASURER"})
    void aRoleAmongSeveralNeedsAnEngine(ServerRole role) {
        assertThatThrownBy(() -> new EngineConfig(Optional.empty(), LEASE).check(role))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("lanes.engine.url");
    }

    @Test
    void aServerAloneNeedsNone() {
        assertThatCode(() -> new EngineConfig(Optional.empty(), LEASE).check(ServerRole.ALL))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine:6379", "http://engine", "redis://"})
    void anAddressIsOfAnEngine(String url) {
        assertThatThrownBy(() -> new EngineConfig(Optional.of(url), LEASE).check(ServerRole.ALL))
                .isInstanceOf(ConfigurationException.class).hasMessageContaining("redis");
    }

    /// A machine has to stop before another one begins, and it is missed before that.
    @Test
    void timesKeepTheirOrder() {
        assertThat(TIMES.patience()).isLessThan(TIMES.beat());
        assertThat(TIMES.beat().multipliedBy(2)).isLessThan(TIMES.silence());
        assertThat(TIMES.silence()).isLessThan(TIMES.surrender());
        assertThat(TIMES.surrender().plus(TIMES.patience().multipliedBy(2))).isLessThan(TIMES.lease());
        assertThat(TIMES.lease()).isLessThan(TIMES.keeping());
        assertThat(TIMES.keeping()).isLessThan(TIMES.away());
    }
}
