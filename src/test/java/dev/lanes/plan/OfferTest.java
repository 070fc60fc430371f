package dev.lanes.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lanes.BesideOthers;
import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.catalog.ExperimentClasses;
import dev.lanes.catalog.Sources;
import dev.lanes.event.EffortLevel;
import dev.lanes.experiment.sample.SampleCatalog;
import dev.lanes.run.FakeWorker;
import dev.lanes.run.Samples;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BesideOthers
class OfferTest {
    private static final ClassLoader LOADER = OfferTest.class.getClassLoader();
    private static final Catalog CATALOG = SampleCatalog.open();

    @Test
    void withoutSettingsEverythingIsOffered() {
        assertThat(offer(Map.of())).isEqualTo(Offers.EVERYTHING);
        assertThat(Offers.EVERYTHING.narrowed(card("scripted"))).isEqualTo(card("scripted"));
    }

    @Test
    void aNarrowedRangeIsShownAndIsTheOneThatIsChecked() {
        Offer offer = offer(Map.of(
                "lanes.limits.scripted.size.min", "16", "lanes.limits.scripted.size.max", "512"));

        ExperimentCard.Param size = offer.narrowed(card("scripted")).params().getFirst();
        assertThat(List.of(size.min(), size.max())).containsExactly(16L, 512L);
        assertThat(size.standard()).as("the default moves into what is left").isEqualTo(512);
        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> planner(offer).plan(request("scripted", "size", 513, "quick")))
                .withMessageContaining("16 to 512").withMessageContaining("513");
        assertThat(planner(offer).plan(request("scripted", "script", 1, "quick")).settings().params())
                .containsEntry("size", 512L);
    }

    @Test
    void theChoicesOfANarrowedParameterAreThoseThatAreLeft() {
        ExperimentCard.Param kind =
                offer(Map.of("lanes.limits.worded.kind.min", "1")).narrowed(card("worded")).params().getFirst();

        assertThat(kind.choices()).containsExactly("busy");
        assertThat(kind.standard()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lanes.limits.matmul.size.max       | 512     | plainest, scripted
            lanes.limits.scripted.sise.max     | 512     | size, script
            lanes.limits.scripted.size.most    | 512     | size, script
            lanes.limits.scripted.size         | 512     | size, script
            lanes.limits.scripted              | 512     | scripted
            lanes.limits.plainest.size.max     | 512     | plainest
            lanes.limits.scripted.size.max     | 8193    | 8 to 8192
            lanes.limits.scripted.size.max     | 7       | 8 to 8192
            lanes.limits.scripted.size.min     | -1      | 8 to 8192
            lanes.limits.scripted.size.max     | many    | 8 to 8192
            lanes.limits.scripted.size.max     | 512.5   | 8 to 8192
            LANES_LIMITS_MATMUL_SIZE_MAX       | 512     | plainest, scripted
            LANES_LIMITS_SCRIPTED_SISE_MAX     | 512     | size, script
            """)
    void aLimitThatMakesNoSenseIsNamedWithWhatThereIs(String name, String value, String there) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> offer(Map.of(name, value)))
                .withMessageContaining(name)
                .withMessageContaining(there);
    }

    @Test
    void aLeastThatIsMoreThanTheMostIsNamed() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> offer(Map.of(
                        "lanes.limits.scripted.size.min", "512", "lanes.limits.scripted.size.max", "16")))
                .withMessageContaining("lanes.limits.scripted.size.min")
                .withMessageContaining("lanes.limits.scripted.size.max");
    }

    @Test
    void aLimitInTheEnvironmentCountsToo() {
        Offer offer = OfferConfig.read(
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withSources(new EnvConfigSource(Map.of("LANES_LIMITS_SCRIPTED_SIZE_MAX", "512"), 300))
                        .build(),
                CATALOG);

        assertThat(offer.narrowed(card("scripted")).params().getFirst().max()).isEqualTo(512);
    }

    @Test
    void theLimitThatTheDocsShowExists() throws IOException {
        Map<String, String> shown = Pattern.compile("`(lanes\\.limits\\.[a-z-]+\\.\\w+\\.(?:min|max))=(\\d+)`")
                .matcher(Files.readString(Path.of("docs/settings.md"))).results()
                .collect(Collectors.toMap(limit -> limit.group(1), limit -> limit.group(2)));

        assertThat(shown).isNotEmpty();
        assertThat(OfferConfig.read(config(shown), guide()).spans()).hasSameSizeAs(shown);
    }

    @Test
    void onlyTheEffortsOfferedAreTaken() {
        Offer offer = offer(Map.of("lanes.hosted.efforts", "standard,quick"));

        assertThat(offer.efforts()).containsExactly(EffortLevel.QUICK, EffortLevel.STANDARD);
        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> planner(offer).plan(request("scripted", "script", 1, "thorough")))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("effort"))
                .withMessageContaining("quick, standard,").withMessageContaining("\"thorough\"");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> offer(Map.of("lanes.hosted.efforts", "endless")))
                .withMessageContaining("lanes.hosted.efforts")
                .withMessageContaining("quick, standard, thorough")
                .withMessageContaining("endless");
    }

    @Test
    void aRunThatWouldTakeTooLongIsRefusedBeforeItWaits() {
        Offer offer = offer(Map.of("lanes.hosted.longest-run", "PT10S"));

        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> planner(offer).plan(request("scripted", "script", 1, "standard")))
                .withMessageContaining("10 s");
    }

    @Test
    void aForkGetsNoMoreMemoryThanIsOffered() {
        Offer offer = offer(Map.of("lanes.hosted.heap-megabytes", "1024"));

        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> planner(offer).plan(request("worded", "megabytes", 512, "quick")))
                .withMessageContaining("1.0 GB");
    }

    /// Whoever opens the page and presses Run is refused nothing, whichever effort is chosen.
    @Test
    void aHostedServerTakesEveryExperimentAsItStandsOnThePage() throws IOException {
        Catalog guide = guide();
        Offer hosted = OfferConfig.read(
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withProfile("hosted")
                        .withSources(new PropertiesConfigSource(
                                Objects.requireNonNull(LOADER.getResource("application.properties"))))
                        .build(),
                guide);
        assertThat(hosted.heapBytes()).isEqualTo(2L << 30);
        RunPlanner planner = new RunPlanner(guide, () -> 42, Capacity::unknown, hosted);

        List<String> refusals = new ArrayList<>();
        for (ExperimentCard card : guide.experiments()) {
            for (EffortLevel effort : hosted.efforts()) {
                try {
                    planner.plan(new RunRequest(card.id(), Map.of(), null, null, null, effort.id(), null, null, null, null, null, null));
                } catch (RefusedRequestException refusal) {
                    refusals.add("%s at %s: %s".formatted(card.id(), effort.id(), refusal.getMessage()));
                }
            }
        }
        assertThat(refusals).isEmpty();
    }

    @Test
    void theHardTimeLimitIsNotExceededByAnyEstimate() {
        Limits limits = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(60), 4, Duration.ofSeconds(1), 10);

        assertThat(limits.total(Samples.planned(FakeWorker.Script.NORMAL))).isEqualTo(Duration.ofSeconds(5));
    }

    private static RunRequest request(String experiment, String param, long value, String effort) {
        return new RunRequest(
                experiment, Map.of(param, BigDecimal.valueOf(value)), null, null, null, effort, null, null, null, null, null, null);
    }

    private static RunPlanner planner(Offer offer) {
        return new RunPlanner(CATALOG, () -> 42, () -> Capacity.of(FakeWorker.MACHINE), offer);
    }

    private static ExperimentCard card(String id) {
        return CATALOG.find(id).orElseThrow();
    }

    private static Offer offer(Map<String, String> settings) {
        return OfferConfig.read(config(settings), CATALOG);
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(settings, "the test", 1))
                .build();
    }

    private static Catalog guide() {
        return new Catalog(ExperimentClasses.listedByJmh(LOADER), Sources.ofTheApp(LOADER));
    }
}
