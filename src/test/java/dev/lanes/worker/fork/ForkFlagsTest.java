package dev.lanes.worker.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanes.event.Efforts;
import dev.lanes.event.ForkJvm;
import dev.lanes.event.Plan;
import dev.lanes.event.Plans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForkFlagsTest {

    @Test
    void ofTheJvmOfAForkNoPathIsTold() {
        Plan.Case one = Plans.compiled("loop", "loop", "loop", Plan.Pool.SEQUENTIAL, 1);
        Plan plan = Plans.plan("dev.lanes.worker.Sums", Map.of(), List.of(one), Efforts.exactly(1, 1, 1, 10), 1);

        ForkJvm told = ForkFlags.jvm(plan, one);

        assertThat(ForkFlags.of(plan, one)).anyMatch(flag -> flag.startsWith("-Djava.io.tmpdir="));
        assertThat(told.jvm()).isEqualTo("java");
        assertThat(told.jvmArgs()).contains("-XX:+UseSerialGC").noneMatch(flag -> flag.contains("/"));
    }

    @ParameterizedTest
    @EnumSource
    void timedCodeIsCompiledSoonWhereCompiledCodeIsMeasured(Plan.Execution execution) {
        Plan.Case one = Plans.running("loop", "loop", "loop", Plan.Pool.SEQUENTIAL, 1, execution, 0);
        Plan plan = Plans.plan("dev.lanes.worker.Sums", Map.of(), List.of(one), Efforts.exactly(1, 1, 1, 10), 1);

        assertThat(ForkFlags.of(plan, one).stream().anyMatch(flag -> flag.contains("CompileThresholdScaling")))
                .isEqualTo(execution == Plan.Execution.COMPILED);
    }

    /// Compiled sooner, some of them become other code.
    @Test
    void loopsOfExperimentsAreCompiledAsUsual() {
        Plan.Case one = Plans.compiled("loop", "loop", "loop", Plan.Pool.SEQUENTIAL, 1);
        Plan plan = Plans.plan("dev.lanes.worker.Sums", Map.of(), List.of(one), Efforts.exactly(1, 1, 1, 10), 1);

        assertThat(ForkFlags.of(plan, one)).noneMatch(
                flag -> flag.contains("dev.lanes.experiment.*") || flag.contains("dev.lanes.*"));
    }
}
