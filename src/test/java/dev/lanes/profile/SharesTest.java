package dev.lanes.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanes.BesideOthers;
import dev.lanes.event.EventLine;
import dev.lanes.event.RunEvent;
import dev.lanes.event.look.Profile;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@BesideOthers
class SharesTest {
    private static final Sample.Frame KERNEL = new Sample.Frame("dev.lanes.kernel.dot.Dot::oneSum", 13, true);
    private static final Sample.Frame VARIANT = new Sample.Frame("dev.lanes.experiment.strategy.FloatWidth::floatScalar", 140, false);
    private static final Sample.Frame STUB =
            new Sample.Frame("dev.lanes.experiment.strategy.jmh_generated.X_jmhTest::floatScalar_avgt_jmhStub", 236, false);
    private static final Sample.Frame OF_THE_JDK =
            new Sample.Frame("jdk.incubator.vector.FloatVector::lanewiseTemplate", 803, true);

    /// So that eight looks stand for the whole time.
    private static final double EVERY_NS = 4e6;
    private static final double PROCESSOR_NS = 8 * EVERY_NS;

    @Test
    void samplesStandForAPartOfTheProcessorTime() {
        assertThat(profile(many(6, "main", KERNEL, VARIANT, STUB)).covered()).isEqualTo(0.75);
        assertThat(profile(many(9, "main", KERNEL, VARIANT, STUB)).covered()).isEqualTo(1);
        Recorded unknown = new Recorded(Profile.Sampler.EXECUTION, List.of(), 0, 0, 0, Double.NaN, PROCESSOR_NS);
        assertThat(Shares.of(unknown, 970, 1.0).covered()).isNull();
    }

    @Test
    void timeInTheJdkBelongsToTheLineThatCallsIt() {
        Profile profile = profile(Stream.concat(
                many(3, "main", OF_THE_JDK, KERNEL, VARIANT, STUB), many(1, "main", VARIANT, STUB)));
        assertThat(profile.lines()).containsExactly(
                new Profile.LineShare("dev/lanes/kernel/dot/Dot.java", 13, 0.75),
                new Profile.LineShare("dev/lanes/experiment/strategy/FloatWidth.java", 140, 0.25));
    }

    @Test
    void aLongerPeriodWeighsMore() {
        Profile profile = Shares.of(
                new Recorded(Profile.Sampler.CPU_TIME, List.of(
                        new Sample("main", 3, false, List.of(KERNEL, STUB)),
                        new Sample("main", 1, false, List.of(VARIANT, STUB))), 0, 0, 0, Double.NaN, Double.NaN),
                970, 1.0);
        assertThat(profile.lines().getFirst().share()).isEqualTo(0.75);
    }

    @Test
    void theHarnessIsNotPartOfTheCalls() {
        Profile.Call all = profile(many(4, "main", KERNEL, VARIANT, STUB)).stack();
        assertThat(all.share()).isEqualTo(1);
        assertThat(all.calls()).singleElement().satisfies(variant -> {
            assertThat(variant.name()).isEqualTo("FloatWidth.floatScalar");
            assertThat(variant.calls()).singleElement().satisfies(kernel ->
                    assertThat(kernel.name()).isEqualTo("Dot.oneSum"));
        });
    }

    @Test
    void everyWorkerHasAShareAndCallsOfItsOwn() {
        Profile profile = profile(Stream.concat(
                many(3, "worker 1", KERNEL, VARIANT), many(1, "worker 2", VARIANT)));
        assertThat(profile.threads()).extracting(Profile.ThreadShare::name).containsExactly("worker 1", "worker 2");
        assertThat(profile.threads().getFirst().share()).isCloseTo(0.75, within(1e-9));
        assertThat(profile.threads()).allSatisfy(thread -> assertThat(thread.stack().calls()).isNotEmpty());
        assertThat(profile.stack().share()).isEqualTo(1);
    }

    @Test
    void whatIsLostIsTold() {
        Profile profile = Shares.of(new Recorded(Profile.Sampler.EXECUTION, List.of(), 7, 2, 1, Double.NaN, Double.NaN), 10_000, null);
        assertThat(List.of(profile.lost(), profile.failed(), profile.biased())).containsExactly(7, 2, 1);
        assertThat(profile.lines()).isEmpty();
        assertThat(profile.stack().share()).isZero();
    }

    @Test
    void aProfileFitsIntoALineOfEventsHoweverManyCallsThereAre() {
        Profile profile = profile(IntStream.range(0, 4000).boxed().flatMap(at -> many(
                1, "worker " + at % 8, new Sample.Frame("dev.lanes.kernel.Kernel%d::run".formatted(at % 200), 1, false),
                new Sample.Frame("dev.lanes.pool.Task%d::call".formatted(at % 20), 1, false))));
        assertThat(EventLine.write(new RunEvent.Profiled("key", profile))).hasSizeLessThan(60_000);
        assertThat(profile.stack().calls()).isNotEmpty();
    }

    @Test
    void numbersOfLambdasAreNotTold() {
        Sample.Frame lambda = new Sample.Frame("dev.lanes.pool.WorkerPool$$Lambda.0x00000000390679b8::run", -1, false);
        assertThat(profile(many(1, "main", KERNEL, lambda)).stack().calls().getFirst().name())
                .isEqualTo("WorkerPool.run");
    }

    private static Profile profile(Stream<Sample> samples) {
        return Shares.of(new Recorded(Profile.Sampler.CPU_TIME, samples.toList(), 0, 0, 0, EVERY_NS, PROCESSOR_NS), 970, 1.0);
    }

    private static Stream<Sample> many(int count, String thread, Sample.Frame... frames) {
        return Collections.nCopies(count, new Sample(thread, 1, false, List.of(frames))).stream();
    }
}
