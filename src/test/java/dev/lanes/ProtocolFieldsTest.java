package dev.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.lanes.event.Ceilings;
import dev.lanes.event.Plan;
import dev.lanes.event.Run;
import dev.lanes.event.RunEvent;
import dev.lanes.plan.RunRequest;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every field of the protocol's records is in the reference of fields.
@BesideOthers
class ProtocolFieldsTest {
    private static final Path REFERENCE = Path.of("docs/protocol-fields.md");
    private static final Pattern WORD = Pattern.compile("\\w+");

    @ParameterizedTest
    @MethodSource("documents")
    void everyFieldIsDocumented(Class<?> document) throws IOException {
        Set<String> documented = WORD.matcher(Files.readString(REFERENCE)).results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(document.getRecordComponents())
                        .filter(field -> !field.getAccessor().isAnnotationPresent(JsonIgnore.class))
                        .map(RecordComponent::getName))
                .isSubsetOf(documented);
    }

    /// The records that are sent or taken, and those that they hold; not those of a plan, which stays inside.
    static Set<Class<?>> documents() {
        Set<Class<?>> found = new LinkedHashSet<>();
        Stream.concat(Stream.of(Run.class, RunRequest.class, Ceilings.class),
                Arrays.stream(RunEvent.class.getPermittedSubclasses())).forEach(one -> collect(one, found));
        return found;
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(one -> collect(one, found));
        } else if (type instanceof Class<?> one && one.isRecord() && one.getNestHost() != Plan.class
                && one.getRecordComponents().length > 0 && found.add(one)) {
            Arrays.stream(one.getRecordComponents()).forEach(field -> collect(field.getGenericType(), found));
        }
    }
}
