package dev.lanes.web.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HotReloadTest {
    /// What a start leaves for the reload after it must not be taken for a setting: those that are unknown end the start.
    @Test
    void aReloadFindsNoSettingThatNobodyMade() {
        assertThat(HotReload.HAS_STARTED).doesNotStartWith("lanes.");
    }
}
