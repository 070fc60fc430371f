package dev.lanes.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every colour of a text, or of the edge of a field, against every ground that it may stand on, in both themes: also
/// where axe does not look, such as at line numbers and charts.
class ContrastTest {
    private static final Path TOKENS = Path.of("frontend", "css", "tokens.css");
    private static final Pattern TOKEN = Pattern.compile("--([\\w-]+): (#\\p{XDigit}{6}|var\\(--[\\w-]+\\));");
    private static final List<String> GROUNDS = List.of("paper", "raised", "sunk", "here");
    private static final double LEAST = 4.5;
    private static final double LEAST_OF_SHAPES = 3;
    /// How much of a variant's colour is in the ground of a marked line of code.
    private static final double MARK = 0.11;

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextAndEveryEdgeIsSeenOnEveryGround(String theme) throws IOException {
        Map<String, Color> tokens = tokens(theme);
        List<String> variants = IntStream.rangeClosed(1, 8).mapToObj(number -> "v" + number).toList();
        List<String> code = List.of("code-keyword", "code-type", "code-literal", "code-comment", "code-title");
        List<String> texts = Stream.of(
                        List.of("ink", "soft", "faint", "focus", "good", "noisy", "bad"), variants)
                .flatMap(List::stream).toList();

        for (String text : texts) {
            for (String ground : GROUNDS) {
                assertThat(contrast(tokens.get(text), tokens.get(ground)))
                        .as("%s on %s, %s", text, ground, theme).isGreaterThanOrEqualTo(LEAST);
            }
        }
        for (String ground : GROUNDS) {
            assertThat(contrast(tokens.get("edge"), tokens.get(ground)))
                    .as("the edge of a field on %s, %s", ground, theme).isGreaterThanOrEqualTo(LEAST_OF_SHAPES);
        }
        for (String variant : variants) {
            Color marked = mixed(tokens.get(variant), tokens.get("raised"));
            for (String text : Stream.concat(code.stream(), Stream.of("ink", "faint")).toList()) {
                assertThat(contrast(tokens.get(text), marked))
                        .as("%s on a line marked with %s, %s", text, variant, theme).isGreaterThanOrEqualTo(LEAST);
            }
        }
    }

    private static Map<String, Color> tokens(String theme) throws IOException {
        String sheet = Files.readString(TOKENS);
        Map<String, String> values = new HashMap<>(in(sheet, ":root {"));
        if (theme.equals("dark")) {
            values.putAll(in(sheet, ":root[data-theme=\"dark\"] {"));
        }
        return values.keySet().stream().collect(Collectors.toMap(name -> name, name -> colour(values, name)));
    }

    private static Map<String, String> in(String sheet, String rule) {
        int from = sheet.indexOf(rule);
        return TOKEN.matcher(sheet.substring(from, sheet.indexOf('}', from))).results()
                .collect(Collectors.toMap((MatchResult found) -> found.group(1), found -> found.group(2)));
    }

    /// A token may be another's name.
    private static Color colour(Map<String, String> values, String name) {
        String value = values.get(name);
        return value.startsWith("#")
                ? Color.decode(value)
                : colour(values, value.substring("var(--".length(), value.length() - 1));
    }

    private static Color mixed(Color colour, Color ground) {
        float[] top = colour.getRGBColorComponents(null);
        float[] below = ground.getRGBColorComponents(null);
        float[] mix = new float[top.length];
        for (int part = 0; part < mix.length; part++) {
            mix[part] = (float) (MARK * top[part] + (1 - MARK) * below[part]);
        }
        return new Color(mix[0], mix[1], mix[2]);
    }

    /// As WCAG 2.1 defines it, from 1 to 21.
    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        float[] parts = colour.getRGBColorComponents(null);
        return 0.2126 * linear(parts[0]) + 0.7152 * linear(parts[1]) + 0.0722 * linear(parts[2]);
    }

    private static double linear(float part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
