package dev.lanes.ceiling;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What this JVM itself says it waits for.
class ShortCallsTest {

    @Test
    void callsAreMoreThanTheJitWaitsForAndEachIsShort() {
        List<Integer> turns = new ArrayList<>();

        ShortCalls.make(turns::add);

        assertThat(turns.size()).as("calls").isGreaterThan(2 * flag("Tier4MinInvocationThreshold"));
        assertThat(turns.stream().mapToInt(Integer::intValue).sum() + turns.size()).as("calls and turns")
                .isGreaterThan(2 * flag("Tier4CompileThreshold"));
        assertThat(turns).as("no loop is long enough to be compiled from its midst")
                .allSatisfy(one -> assertThat(one).isLessThan(flag("Tier3BackEdgeThreshold") / 100));
    }

    private static int flag(String name) {
        return Integer.parseInt(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption(name).getValue());
    }
}
