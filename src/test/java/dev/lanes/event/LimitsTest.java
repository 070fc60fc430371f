package dev.lanes.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lanes.BesideOthers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The limit of a case is told by its work and the ceilings: the server names it as a reason and the page draws it, and
/// both are held against the same file (`roofline-test.js`).
@BesideOthers
class LimitsTest {
    record Limit(double ns, String level) {}

    record Limited(String name, int workers, Plan.Work work, Limit limit) {}

    record Limits(Ceilings ceilings, List<Limited> cases) {}

    private static Limits limits() throws IOException {
        return new JsonMapper().readValue(Path.of("frontend", "test", "limits.json").toFile(), Limits.class);
    }

    static List<Limited> cases() throws IOException {
        return limits().cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theServerAndThePageKnowTheSameLimit(Limited one) throws IOException {
        Ceilings ceilings = limits().ceilings();
        int cores = Math.min(one.workers(), ceilings.compute().getLast().workers());
        double calculating = one.work().flops() / one.work().reachable(ceilings.gflops(cores).orElseThrow());
        Ceilings.LevelRate level =
                ceilings.bandwidth(one.work().footprint(), cores, one.work().moves()).orElseThrow();
        double moving = one.work().bytes() / level.gbPerSecond();
        double ns = Math.max(calculating, moving);
        assertThat(ns).isCloseTo(one.limit().ns(), within(1e-9 * ns));
        assertThat(calculating >= moving ? null : level.level()).isEqualTo(one.limit().level());
    }
}
