package dev.lanes.kernel.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointerChaseTest {
    private static final int PITCH = PointerChase.PITCH_BYTES / Integer.BYTES;

    interface Walk {
        long sum(int[] next, int loads);
    }

    private static final List<Walk> WALKS =
            List.of(PointerChase::follow, PointerChase::inSequence, PointerChase::inRegisters);

    @ParameterizedTest
    @ValueSource(ints = {256, 512, 4096, 1 << 20})
    void aWalkComesBackOnlyAfterItHasSeenEveryPlace(int bytes) {
        int[] next = lay(bytes);
        BitSet seen = new BitSet();
        int at = 0;
        do {
            at = next[at];
            assertThat(at % PITCH).isZero();
            seen.set(at / PITCH);
        } while (at != 0 && seen.cardinality() <= bytes);
        assertThat(seen.cardinality()).isEqualTo(bytes / PointerChase.PITCH_BYTES);
    }

    @Test
    void theOrderIsRandom() {
        int[] next = lay(1 << 20);
        long forward = 0;
        long near = 0;
        for (int at = 0; at < next.length; at += PITCH) {
            forward += next[at] > at ? 1 : 0;
            near += Math.abs(next[at] - at) <= 16 * PITCH ? 1 : 0;
        }
        long places = next.length / PITCH;
        assertThat(forward).isBetween(places * 2 / 5, places * 3 / 5);
        assertThat(near).isLessThan(places / 25);
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 4096, 1 << 18})
    void everyWalkOfWholeLapsTellsTheNumberOfItsLoads(int bytes) {
        int[] next = lay(bytes);
        int loads = 3 * bytes / PointerChase.PITCH_BYTES;
        for (Walk walk : WALKS) {
            assertThat(PointerChase.loads(walk.sum(next, loads), next)).isEqualTo(loads);
        }
    }

    @Test
    void aWalkThatLeavesPlacesOutTellsAnotherNumber() {
        int[] next = lay(4096);
        // A short cut: from the start at once to the place after the next.
        next[0] = next[next[0]];
        assertThat(PointerChase.loads(PointerChase.follow(next, 32), next)).isNotEqualTo(32);
        assertThat(PointerChase.loads(PointerChase.inSequence(next, 32), next)).isNotEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 128, 3 * 128, 4095, Integer.MIN_VALUE})
    void memoryThatCannotHoldAWalkIsRefused(int bytes) {
        assertThatThrownBy(() -> lay(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] lay(int bytes) {
        return PointerChase.lay(new Random(1), bytes);
    }
}
