package dev.lanes.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsBeforeTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10})
    void asManyCallsAreMadeAsAreAskedForAndTheirResultsAreKept(int calls) {
        CallsBefore before = new CallsBefore();
        before.callsBefore = calls;

        before.make(() -> 2);

        assertThat(before.results).isEqualTo(2 * calls);
    }
}
