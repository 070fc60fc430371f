package dev.lanes.web.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Pattern READ = Pattern.compile("(?:ConfigProperty\\(name = |Values?\\()\"(lanes\\.[a-z.-]+)\"");
    private static final Pattern DOCUMENTED = Pattern.compile("`(?:-D)?(lanes\\.(?:[a-z-]+\\.)*[a-z-]+)[=`]");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lanes.run.queue               | 0
            lanes.run.queue               | -1
            lanes.run.queue               | many
            lanes.run.kept                | -1
            lanes.run.time-limit          | -PT1S
            lanes.run.time-limit          | soon
            lanes.run.times-estimate      | 0
            lanes.run.times-estimate      | NaN
            lanes.hosted.longest-run      | PT0S
            lanes.hosted.heap-megabytes   | -1
            lanes.ceilings.idle           | -PT1S
            lanes.web.ping                | PT0S
            lanes.web.sockets             | -1
            lanes.web.proxies             | 0
            lanes.web.body-limit          | 999999999999
            lanes.web.hosts               | https://demo.example.org
            lanes.web.hosts               | demo.example.org:8443
            lanes.web.hosts               | *
            lanes.web.hosts               | localhost,demo example
            lanes.web.origins             | demo.example.org
            lanes.web.origins             | https://demo.example.org/
            lanes.web.origins             | https://one.example,null
            lanes.store.run-days          | 0
            lanes.store.patience          | PT0S
            lanes.blas                    | no/such/library.so
            lanes.machine.kind            | 16 cores
            lanes.machine.kind            | two--dashes
            lanes.machine.kind            | longer-than-a-name-of-24-may-be
            """)
    void aValueThatMakesNoSenseEndsTheStart(String name, String value) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> check(Map.of(name, value)))
                .withMessageContaining(name)
                .withMessageContaining(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lanes.web.hosts    | laptop.local, 192.168.0.7, [fe80::7], ::1, my_host
            lanes.web.origins  | https://demo.example.org:8443, http://[::1]:8080, http://my_host
            lanes.blas         | none
            lanes.blas         | pom.xml
            lanes.machine.kind | 16-aarch64
            lanes.machine.kind | 2-x86_64
            lanes.run.queue    | 1
            lanes.run.unwatched| PT0S
            lanes.web.sockets  | 0
            """)
    void whatMakesSenseIsTaken(String name, String value) {
        assertThatCode(() -> check(Map.of(name, value))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lanes.run.qeue       | lanes.run.queue
            lanes.hosted.longest | lanes.hosted.longest-run
            lanes.web.client.x   | lanes.web.client.sockets
            lanes.celings        | lanes.ceilings
            """)
    void aNameThatDoesNotExistEndsTheStartWithThoseThatDo(String name, String there) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> check(Map.of(name, "7")))
                .withMessageContaining(name)
                .withMessageContaining(there);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "hosted", "test"})
    void theSettingsThatLanesComesWithMakeSense(String profile) throws IOException {
        Config config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(
                        Path.of("src/main/resources/application.properties").toUri().toURL()))
                .build();

        assertThatCode(() -> Settings.check(config)).doesNotThrowAnyException();
    }

    @Test
    void everySettingThatTheServerReadsIsKnownAndDocumented() throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                READ.matcher(Files.readString(source)).results().map(name -> name.group(1)).forEach(read::add);
            }
        }

        assertThat(read).hasSizeGreaterThan(30).noneMatch(Settings::isUnknown);
        assertThat(named("docs/settings.md")).containsAll(read);
    }

    @Test
    void everySettingThatTheDocsNameExists() throws IOException {
        for (String document : List.of("docs/settings.md", "README.md", "docs/hosting.md", "docs/architecture.md",
                "docs/protocol.md", "docs/protocol-fields.md")) {
            assertThat(named(document)).as(document).noneMatch(Settings::isUnknown);
        }
    }

    private static Set<String> named(String document) throws IOException {
        return DOCUMENTED.matcher(Files.readString(Path.of(document))).results()
                .map(name -> name.group(1))
                .collect(Collectors.toSet());
    }

    private static void check(Map<String, String> settings) {
        Settings.check(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "the test", 1))
                .build());
    }
}
