package dev.lanes.web.ops;

import dev.lanes.web.http.Hosts;
import dev.lanes.web.http.Origins;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/// All settings of Lanes and the values they may have. They are checked once, when the server starts: a name that does
/// not exist or a value that makes no sense ends the start with one sentence. The limits of parameters are checked
/// where the experiments are known, and words such as `idle` where they are read.
@ApplicationScoped
class Settings {
    private static final System.Logger LOG = System.getLogger(Settings.class.getName());
    private static final int BEFORE_ALL_OTHERS = 1;
    private static final String OURS = "lanes.";
    private static final String LIMITS = "lanes.limits.";
    private static final long MOST = 100_000_000;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");
    private static final Pattern ORIGIN = Pattern.compile("https?://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    private static final Pattern KIND = Pattern.compile("(?=.{1,24}$)[A-Za-z0-9]+([_-][A-Za-z0-9]+)*");

    private static final Rule<String> TEXT = new Rule<>("", String.class, any -> true);
    private static final Rule<Long> FROM_0 = whole(0);
    private static final Rule<Long> FROM_1 = whole(1);
    private static final Rule<Duration> TIME =
            new Rule<>("a time above 0, such as 30s or PT5M", Duration.class, Duration::isPositive);
    private static final Rule<Duration> TIME_OR_0 =
            new Rule<>("a time such as 30s or PT5M, or 0", Duration.class, time -> !time.isNegative());

    private static final Set<String> SWITCH = Set.of("true", "false");

    private static final Map<String, Rule<?>> RULES = new TreeMap<>(Map.ofEntries(
            Map.entry("lanes.mode", TEXT),
            Map.entry("lanes.role", TEXT),
            Map.entry("lanes.engine.url", TEXT),
            Map.entry("lanes.engine.lease", TIME),
            Map.entry("lanes.data", TEXT),
            Map.entry("lanes.blas", new Rule<>("none, or a file that can be read", String.class, Settings::isBlas)),
            Map.entry("lanes.admin.file", TEXT),
            Map.entry("lanes.health.least-disk-megabytes", FROM_0),
            Map.entry("lanes.machine.kind", new Rule<>(
                    "at most 24 letters and digits, with single - or _ between, such as 16-aarch64", String.class,
                    KIND.asMatchPredicate())),
            Map.entry("lanes.machine.label", TEXT),
            Map.entry("lanes.machine.name", TEXT),
            Map.entry("lanes.ceilings", TEXT),
            Map.entry("lanes.ceilings.idle", TIME_OR_0),
            Map.entry("lanes.ceilings.pause", TIME),
            Map.entry("lanes.ceilings.time-limit", TIME),
            Map.entry("lanes.hosted.efforts", TEXT),
            Map.entry("lanes.hosted.longest-run", TIME),
            Map.entry("lanes.hosted.heap-megabytes", FROM_1),
            Map.entry("lanes.run.queue", FROM_1),
            Map.entry("lanes.run.kept", FROM_1),
            Map.entry("lanes.run.waiting-per-visitor", FROM_1),
            Map.entry("lanes.run.unwatched", TIME_OR_0),
            Map.entry("lanes.run.hard-time-limit", TIME),
            Map.entry("lanes.run.time-limit", TIME),
            Map.entry("lanes.run.times-estimate", new Rule<>("a number above 0", Double.class, number -> number > 0)),
            Map.entry("lanes.run.silence-limit", TIME),
            Map.entry("lanes.run.events", FROM_1),
            Map.entry("lanes.run.worker-ahead", new Rule<>("true or false", String.class, SWITCH::contains)),
            Map.entry("lanes.store.url", TEXT),
            Map.entry("lanes.store.user", TEXT),
            Map.entry("lanes.store.password", TEXT),
            Map.entry("lanes.store.server", TEXT),
            Map.entry("lanes.store.patience", TIME),
            Map.entry("lanes.store.kept-waiting", FROM_1),
            Map.entry("lanes.store.run-days", FROM_1),
            Map.entry("lanes.store.shared-days", FROM_1),
            Map.entry(Hosts.SETTING, each("names or addresses without a port, such as demo.example.org", HOST)),
            Map.entry(Origins.SETTING, each("origins such as https://demo.example.org:8443", ORIGIN)),
            Map.entry("lanes.web.proxies", FROM_1),
            Map.entry("lanes.web.burst", FROM_0),
            Map.entry("lanes.web.requests-per-second", FROM_1),
            Map.entry("lanes.web.body-limit", FROM_1),
            Map.entry("lanes.web.slow-watcher", TIME),
            Map.entry("lanes.web.refused-input", TIME),
            Map.entry("lanes.web.client.run-burst", FROM_0),
            Map.entry("lanes.web.client.runs-per-minute", FROM_1),
            Map.entry("lanes.web.client.call-burst", FROM_0),
            Map.entry("lanes.web.client.calls-per-second", FROM_1),
            Map.entry("lanes.web.calls-per-second", FROM_0),
            Map.entry("lanes.web.sockets", FROM_0),
            Map.entry("lanes.web.client.sockets", FROM_0),
            Map.entry("lanes.web.ping", TIME),
            Map.entry("lanes.workshop", new Rule<>("true or false", String.class, SWITCH::contains))));

    /// What a setting may be.
    ///
    /// @param words what it "must be"
    private record Rule<T>(String words, Class<T> type, Predicate<T> holds) {
        boolean brokenBy(Config config, String name) {
            try {
                return config.getOptionalValue(name, type).filter(holds.negate()).isPresent();
            } catch (IllegalArgumentException unreadable) {
                return true;
            }
        }
    }

    void checkAtStart(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event, Config config) {
        check(config);
    }

    /// @throws ConfigurationException with the first setting that is wrong
    static void check(Config config) {
        List<String> names = StreamSupport.stream(config.getPropertyNames().spliterator(), false).sorted().toList();
        names.stream().filter(Settings::isUnknown).findFirst().ifPresent(name -> {
            throw new ConfigurationException("%s is not a setting; there are %s".formatted(name, namesNear(name)));
        });
        RULES.forEach((name, rule) -> {
            if (rule.brokenBy(config, name)) {
                throw new ConfigurationException("%s must be %s, not %s".formatted(
                        name, rule.words(), config.getConfigValue(name).getValue()));
            }
        });
        // No error: such a variable may be meant for another program.
        List<String> known = RULES.keySet().stream().map(Settings::asVariable).toList();
        names.stream()
                .filter(name -> name.startsWith("LANES_") && !name.startsWith(asVariable(LIMITS)))
                .filter(name -> !known.contains(name))
                .forEach(name -> LOG.log(System.Logger.Level.WARNING, "{0} in the environment is not a setting", name));
    }

    static boolean isUnknown(String name) {
        return name.startsWith(OURS) && !name.startsWith(LIMITS) && !RULES.containsKey(name);
    }

    /// The settings that share the most with it, from the left.
    private static String namesNear(String name) {
        int group = RULES.keySet().stream()
                .map(known -> known.substring(0, known.lastIndexOf('.') + 1))
                .filter(name::startsWith)
                .map(String::length)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return RULES.keySet().stream()
                .filter(known -> known.startsWith(name.substring(0, group)))
                .collect(Collectors.joining(", "));
    }

    private static String asVariable(String name) {
        return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static Rule<Long> whole(long least) {
        return new Rule<>("a whole number from %s to %s".formatted(least, MOST), Long.class,
                number -> number >= least && number <= MOST);
    }

    private static Rule<String> each(String words, Pattern one) {
        Pattern separator = Pattern.compile(",");
        return new Rule<>(words, String.class,
                text -> separator.splitAsStream(text).map(String::strip).allMatch(one.asMatchPredicate()));
    }

    private static boolean isBlas(String library) {
        try {
            return library.equals("none") || Files.isReadable(Path.of(library));
        } catch (InvalidPathException notAFile) {
            return false;
        }
    }
}
