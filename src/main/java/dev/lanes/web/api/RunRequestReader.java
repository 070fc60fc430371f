package dev.lanes.web.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lanes.plan.Quote;
import dev.lanes.plan.RunRequest;
import dev.lanes.web.http.Problem;
import dev.lanes.web.http.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/// Reads a request for a run from JSON, strictly: every field is known, and nothing is turned into another type.
final class RunRequestReader {
    private static final Set<String> FIELDS = Set.of("experiment", "params", "variants", "pools", "workers", "effort");

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private RunRequestReader() {}

    /// @throws ProblemException with status 400 where the body is not such a request
    static RunRequest read(byte[] body) {
        JsonNode root = tree(body);
        if (!root.isObject()) {
            throw bad(null, "The body must be a JSON object, not " + shown(root) + ".");
        }
        root.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw bad(Quote.of(name), "There is no field \"%s\"; there are experiment, params, variants, pools, "
                        .formatted(Quote.of(name)) + "workers and effort.");
            }
        });
        if (!root.has("experiment")) {
            throw bad("experiment", "The field experiment is missing.");
        }
        return new RunRequest(
                text("experiment", root.get("experiment")),
                params(root.get("params")),
                list("variants", root.get("variants"), RunRequestReader::text),
                list("pools", root.get("pools"), RunRequestReader::text),
                list("workers", root.get("workers"), RunRequestReader::number),
                root.has("effort") ? text("effort", root.get("effort")) : null);
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            if (root.isMissingNode()) {
                throw bad(null, "The body is empty; it must be a JSON object.");
            }
            return root;
        } catch (JacksonException notJson) {
            int line = notJson.getLocation() == null ? 1 : notJson.getLocation().getLineNr();
            String reason = Quote.of(notJson.getOriginalMessage());
            throw bad(null, "The body is not JSON (line %s): %s".formatted(line, reason));
        } catch (NumberFormatException tooLarge) {
            throw bad(null, "The body holds a number that is too large to read.");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, BigDecimal> params(JsonNode node) {
        if (node == null) {
            return Map.of();
        }
        if (!node.isObject()) {
            throw bad("params", "params must be an object of numbers, not " + shown(node) + ".");
        }
        Map<String, BigDecimal> params = new LinkedHashMap<>();
        node.properties().forEach(param ->
                params.put(param.getKey(), number("params." + Quote.of(param.getKey()), param.getValue())));
        return params;
    }

    private static <T> List<T> list(String field, JsonNode node, BiFunction<String, JsonNode, T> item) {
        if (node == null) {
            return null;
        }
        if (!node.isArray()) {
            throw bad(field, field + " must be a list, not " + shown(node) + ".");
        }
        List<T> items = new ArrayList<>();
        node.forEach(one -> items.add(item.apply(field, one)));
        return items;
    }

    private static String text(String field, JsonNode node) {
        if (!node.isTextual()) {
            throw bad(field, field + " takes text, not " + shown(node) + ".");
        }
        return node.textValue();
    }

    private static BigDecimal number(String field, JsonNode node) {
        if (!node.isNumber()) {
            throw bad(field, field + " takes a number, not " + shown(node) + ".");
        }
        return node.decimalValue();
    }

    private static ProblemException bad(String field, String detail) {
        return new ProblemException(Problem.of(400, detail, field));
    }

    private static String shown(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "the text \"" + Quote.of(node.textValue()) + "\"";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL -> "null";
            case NUMBER, BOOLEAN, BINARY, MISSING, POJO -> Quote.of(node.asText());
        };
    }
}
