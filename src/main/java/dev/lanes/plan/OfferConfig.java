package dev.lanes.plan;

import dev.lanes.catalog.Catalog;
import dev.lanes.catalog.ExperimentCard;
import dev.lanes.event.EffortLevel;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/// Reads the [Offer] from the settings under `lanes.hosted` and `lanes.limits`.
public final class OfferConfig {
    private static final String LIMITS = "lanes.limits.";
    private static final long MIB = 1 << 20;

    private OfferConfig() {}

    /// @param catalog is only read if there are limits
    /// @throws ConfigurationException if a setting has a value that makes no sense, or limits something that does not
    ///     exist; the message names it, and what exists
    public static Offer read(Config config, Catalog catalog) {
        return new Offer(
                efforts(config),
                spans(config, catalog),
                config.getOptionalValue("lanes.hosted.longest-run", Duration.class).orElse(Limits.UNLIMITED),
                config.getOptionalValue("lanes.hosted.heap-megabytes", Long.class)
                        .map(megabytes -> megabytes * MIB)
                        .orElse(Long.MAX_VALUE));
    }

    private static List<EffortLevel> efforts(Config config) {
        List<EffortLevel> all = List.of(EffortLevel.values());
        return config.getOptionalValues("lanes.hosted.efforts", String.class)
                .map(ids -> ids.stream().map(id -> EffortLevel.withId(id.strip())
                        .orElseThrow(() -> new ConfigurationException(
                                "lanes.hosted.efforts may name %s, not %s".formatted(
                                        RequestCheck.listed(all.stream().map(EffortLevel::id).toList()), id))))
                        .sorted()
                        .toList())
                .orElse(all);
    }

    private static Map<String, Offer.Span> spans(Config config, Catalog catalog) {
        List<String> wanted = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> asVariable(name).startsWith(asVariable(LIMITS)))
                .toList();
        Map<String, Offer.Span> spans = new HashMap<>();
        for (String name : wanted) {
            ExperimentCard card = experiment(name, catalog.experiments());
            ExperimentCard.Param param = param(name, card);
            spans.computeIfAbsent(card.id() + "." + param.name(), key -> span(config, LIMITS + key, param));
        }
        return Map.copyOf(spans);
    }

    /// A name as an environment variable has it, in which dots and dashes look the same.
    private static String asVariable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static ExperimentCard experiment(String name, List<ExperimentCard> all) {
        return all.stream()
                .filter(card -> asVariable(name).startsWith(asVariable(LIMITS + card.id() + ".")))
                .max(Comparator.comparing(card -> card.id().length()))
                .orElseThrow(() -> new ConfigurationException("%s limits no experiment; there are %s".formatted(
                        name, RequestCheck.listed(all.stream().map(ExperimentCard::id).toList()))));
    }

    private static ExperimentCard.Param param(String name, ExperimentCard card) {
        return card.params().stream()
                .filter(param -> {
                    String limited = asVariable(LIMITS + card.id() + "." + param.name() + ".");
                    return asVariable(name).equals(limited + "MIN") || asVariable(name).equals(limited + "MAX");
                })
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("%s limits nothing: %s".formatted(name,
                        card.params().isEmpty()
                                ? card.id() + " has no parameters"
                                : "the parameters of %s are %s, each with .min and .max".formatted(card.id(),
                                        RequestCheck.listed(
                                                card.params().stream().map(ExperimentCard.Param::name).toList())))));
    }

    private static Offer.Span span(Config config, String name, ExperimentCard.Param param) {
        Offer.Span span = new Offer.Span(
                limit(config, name + ".min", param).orElse(null), limit(config, name + ".max", param).orElse(null));
        if (span.min() != null && span.max() != null && span.min() > span.max()) {
            throw new ConfigurationException("%s.min is %s, which is more than %s.max, which is %s".formatted(
                    name, span.min(), name, span.max()));
        }
        return span;
    }

    private static Optional<Long> limit(Config config, String name, ExperimentCard.Param param) {
        return config.getOptionalValue(name, String.class).map(value -> {
            try {
                long limit = Long.parseLong(value.strip());
                if (limit >= param.min() && limit <= param.max()) {
                    return limit;
                }
            } catch (NumberFormatException notANumber) {
                // Said below, as for every other value that is none.
            }
            throw new ConfigurationException("%s must be a whole number from %s to %s, not %s".formatted(
                    name, param.min(), param.max(), value));
        });
    }
}
