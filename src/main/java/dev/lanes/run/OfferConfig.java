package dev.lanes.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/// Reads the [Offer] from the settings under `lanes.hosted` and `lanes.limits`.
final class OfferConfig {
    private static final Pattern LIMIT = Pattern.compile("lanes\\.limits\\.\"?([a-z0-9-]+)\"?\\.(\\w+)\\.(min|max)");
    private static final long MIB = 1 << 20;

    private OfferConfig() {}

    /// @throws IllegalStateException where a setting cannot be understood; the message names it
    static Offer read(Config config) {
        return new Offer(
                efforts(config),
                spans(config),
                config.getOptionalValue("lanes.hosted.longest-run", Duration.class).orElse(Limits.UNLIMITED),
                config.getOptionalValue("lanes.hosted.heap-megabytes", Long.class)
                        .map(megabytes -> megabytes * MIB)
                        .orElse(Long.MAX_VALUE));
    }

    private static List<EffortLevel> efforts(Config config) {
        List<EffortLevel> all = List.of(EffortLevel.values());
        return config.getOptionalValues("lanes.hosted.efforts", String.class)
                .map(ids -> ids.stream().map(id -> EffortLevel.withId(id.strip())
                        .orElseThrow(() -> new IllegalStateException(
                                "lanes.hosted.efforts may name %s, not %s".formatted(
                                        RequestCheck.listed(all.stream().map(EffortLevel::id).toList()), id))))
                        .sorted()
                        .toList())
                .orElse(all);
    }

    private static Map<String, Offer.Span> spans(Config config) {
        Map<String, Offer.Span> spans = new HashMap<>();
        for (String name : config.getPropertyNames()) {
            Matcher limit = LIMIT.matcher(name);
            if (limit.matches()) {
                long value = config.getValue(name, Long.class);
                boolean min = limit.group(3).equals("min");
                Offer.Span end = new Offer.Span(min ? value : null, min ? null : value);
                spans.merge(limit.group(1) + "." + limit.group(2), end, OfferConfig::both);
            }
        }
        return Map.copyOf(spans);
    }

    private static Offer.Span both(Offer.Span one, Offer.Span other) {
        return new Offer.Span(first(one.min(), other.min()), first(one.max(), other.max()));
    }

    private static Long first(Long one, Long other) {
        return one == null ? other : one;
    }
}
