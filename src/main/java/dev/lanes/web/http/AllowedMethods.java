package dev.lanes.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The methods that a path takes, read from the annotations of the resources: an answer with 405 must name them, and
/// the framework's does not.
@ApplicationScoped
class AllowedMethods {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final BeanManager beans;
    private List<Taken> taken;

    private record Taken(Pattern path, String method) {}

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    /// Such as "DELETE, GET, HEAD, OPTIONS".
    ///
    /// @param path with its leading slash
    synchronized String of(String path) {
        if (taken == null) {
            taken = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .map(Bean::getBeanClass)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(AllowedMethods::read)
                    .toList();
        }
        TreeSet<String> methods = taken.stream()
                .filter(one -> one.path().matcher(path).matches())
                .map(Taken::method)
                .collect(Collectors.toCollection(TreeSet::new));
        methods.add("OPTIONS");
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    private static Stream<Taken> read(Class<?> resource) {
        return Arrays.stream(resource.getMethods()).flatMap(method -> Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(verb -> new Taken(path(resource, method), verb.value())));
    }

    /// A variable stands for one segment.
    private static Pattern path(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        String template = Stream.of(resource.getAnnotation(Path.class).value(), below == null ? "" : below.value())
                .flatMap(part -> Arrays.stream(part.split("/")))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> VARIABLE.matcher(segment).find() ? "[^/]+" : Pattern.quote(segment))
                .collect(Collectors.joining("/"));
        return Pattern.compile("/" + template + "/?");
    }
}
