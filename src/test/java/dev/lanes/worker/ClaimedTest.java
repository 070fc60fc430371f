package dev.lanes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Plan;
import dev.lanes.event.Plan.Pool;
import dev.lanes.event.Plans;
import org.junit.jupiter.api.Test;

class ClaimedTest {
    private final Claimed products = Claimed.by("dev.lanes.experiment.helps.LargeMatmul");

    @Test
    void aPoolOrThreadsOfItsOwnShareTheWork() {
        assertThat(products.sharesItsWork(one("rowPanels", Pool.PLATFORM))).isTrue();
        assertThat(products.sharesItsWork(one("systemBlasAllCores", Pool.SEQUENTIAL))).isTrue();
        assertThat(products.sharesItsWork(one("systemBlas", Pool.SEQUENTIAL))).isFalse();
        assertThat(products.sharesItsWork(one("oneThread", Pool.SEQUENTIAL))).isFalse();
    }

    private static Plan.Case one(String method, Pool pool) {
        return Plans.compiled(method, method, method, pool, 1);
    }
}
