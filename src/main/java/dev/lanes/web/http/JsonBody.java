package dev.lanes.web.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.lanes.plan.Quote;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The body of a request as a record, read strictly: every field is known, and nothing is turned into another type.
/// Null stands for a field that is left out.
public final class JsonBody {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, text -> List.of(
                            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                    .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)))
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    private JsonBody() {}

    /// @throws ProblemException with status 400 where the body is not such a record; it names the field
    public static <T> T read(byte[] body, Class<T> type) {
        try (JsonParser parser = JSON.createParser(body)) {
            return read(parser, type);
        } catch (IOException unreadable) {
            throw bad(null, "The body cannot be read as JSON.");
        }
    }

    private static <T> T read(JsonParser parser, Class<T> type) throws IOException {
        try {
            T read = JSON.readValue(parser, type);
            if (read == null) {
                throw bad(null, "The body must be one JSON object, not null.");
            }
            return read;
        } catch (UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            throw bad(field(unknown), "There is no field \"%s\"; the fields are %s."
                    .formatted(Quote.of(unknown.getPropertyName()), known));
        } catch (InvalidNullException missing) {
            throw bad(field(missing), field(missing) + " must not be null.");
        } catch (MismatchedInputException mismatch) {
            throw mismatch.getPath().isEmpty()
                    ? bad(null, "The body must be one JSON object, and nothing else.")
                    : bad(field(mismatch), "%s takes %s, not %s.".formatted(
                            field(mismatch), expected(mismatch.getTargetType()), found(parser)));
        } catch (JacksonException notJson) {
            throw bad(null, "The body is not JSON (line %s): %s".formatted(
                    notJson.getLocation() == null ? 1 : notJson.getLocation().getLineNr(),
                    Quote.of(notJson.getOriginalMessage())));
        } catch (NumberFormatException tooLarge) {
            throw bad(null, "The body holds a number that is too large to read.");
        }
    }

    /// @throws ProblemException with status 400 where the field was left out
    public static <T> T required(String field, T value) {
        if (value == null) {
            throw bad(field, "The field " + field + " is missing.");
        }
        return value;
    }

    /// Such as `params.size`.
    private static String field(JsonMappingException problem) {
        return problem.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .map(Quote::of)
                .collect(Collectors.joining("."));
    }

    private static String expected(Class<?> type) {
        return type == String.class ? "text"
                : Number.class.isAssignableFrom(type) ? "a number"
                : List.class.isAssignableFrom(type) ? "a list"
                : Map.class.isAssignableFrom(type) ? "an object of numbers" : "another value";
    }

    private static String found(JsonParser at) throws IOException {
        return switch (at.currentToken()) {
            case VALUE_STRING -> "the text \"" + Quote.of(at.getText()) + "\"";
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            case null, default -> Quote.of(String.valueOf(at.getText()));
        };
    }

    private static ProblemException bad(String field, String detail) {
        return new ProblemException(400, detail, field);
    }
}
