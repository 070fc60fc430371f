package dev.lanes.catalog;

import dev.lanes.annotation.UsefulWork;
import dev.lanes.annotation.Work;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How much there is to do in one call of each variant, by the values of the parameters: what the methods of an
/// experiment tell that carry [UsefulWork].
public final class WorkCount {
    private final Map<String, Method> named;
    private final Optional<Method> ofTheOthers;

    private WorkCount(Map<String, Method> named, Optional<Method> ofTheOthers) {
        this.named = named;
        this.ofTheOthers = ofTheOthers;
    }

    /// @throws IllegalStateException where one of them does not take a `long` for each parameter and return [Work], or
    ///     two are for the same variants, or for one that does not exist
    static WorkCount of(Class<?> experiment, int params, Collection<String> variantMethods) {
        Map<String, Method> named = new HashMap<>();
        List<Method> counting = Stream.of(experiment.getMethods())
                .filter(method -> method.isAnnotationPresent(UsefulWork.class))
                .toList();
        for (Method method : counting) {
            checked(method, params);
            for (String variant : method.getAnnotation(UsefulWork.class).variants()) {
                if (!variantMethods.contains(variant) || named.put(variant, method) != null) {
                    throw new IllegalStateException(
                            "%s counts work for %s, which is no variant or has another".formatted(method, variant));
                }
            }
        }
        List<Method> others = counting.stream()
                .filter(method -> method.getAnnotation(UsefulWork.class).variants().length == 0)
                .toList();
        if (others.size() > 1) {
            throw new IllegalStateException(experiment.getName() + " counts the work of all variants twice");
        }
        return new WorkCount(Map.copyOf(named), others.stream().findFirst());
    }

    /// Whether it is told of any variant.
    public boolean any() {
        return ofTheOthers.isPresent() || !named.isEmpty();
    }

    /// @param variantMethod the variant's method
    /// @param params the values of all parameters, in their order
    /// @return what there is to do; empty where the experiment does not tell
    public Optional<Work> work(String variantMethod, Collection<Long> params) {
        return Optional.ofNullable(named.get(variantMethod)).or(() -> ofTheOthers).map(method -> told(method, params));
    }

    private static Work told(Method method, Collection<Long> params) {
        try {
            return (Work) method.invoke(null, params.toArray());
        } catch (ReflectiveOperationException | LinkageError problem) {
            throw new IllegalStateException(method + " cannot tell how much there is to do", problem);
        }
    }

    private static void checked(Method method, int params) {
        List<Class<?>> longs = Collections.nCopies(params, long.class);
        if (!List.of(method.getParameterTypes()).equals(longs) || method.getReturnType() != Work.class) {
            throw new IllegalStateException(
                    "%s must return Work and take a long for each of %s parameters".formatted(method, params));
        }
    }
}
