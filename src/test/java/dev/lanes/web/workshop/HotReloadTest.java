package dev.lanes.web.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HotReloadTest {
    /// What a start leaves for the reload after it must not be taken for a setting: those that are unknown end the start.
    @Test
    void aReloadFindsNoSettingThatNobodyMade() throws ReflectiveOperationException {
        // Read when it runs: a compiler copies the constant into the test, which would not see it change.
        assertThat((String) HotReload.class.getDeclaredField("HAS_STARTED").get(null)).doesNotStartWith("lanes.");
    }
}
