package dev.lanes.catalog;

import dev.lanes.annotation.WorkingSet;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// How many bytes an experiment keeps alive, by the values of its parameters.
@FunctionalInterface
public interface WorkingSetSize {

    /// @param params the values of all parameters, in their order
    /// @return bytes; 0 where the experiment does not tell, which says that they fit into the usual heap
    long bytes(Collection<Long> params);

    /// What the experiment's [WorkingSet] method tells. It is called, and its class initialised by that, when the size
    /// is asked for.
    ///
    /// @throws IllegalStateException where it does not take one `long` for each parameter and return one
    static WorkingSetSize of(Class<?> experiment, int params) {
        return Stream.of(experiment.getMethods())
                .filter(method -> method.isAnnotationPresent(WorkingSet.class))
                .findFirst()
                .map(method -> told(method, params))
                .orElse(values -> 0);
    }

    private static WorkingSetSize told(Method method, int params) {
        List<Class<?>> longs = Collections.nCopies(params, long.class);
        if (!List.of(method.getParameterTypes()).equals(longs) || method.getReturnType() != long.class) {
            throw new IllegalStateException(
                    "%s must return a long and take one for each of %s parameters".formatted(method, params));
        }
        return values -> {
            try {
                return (long) method.invoke(null, values.toArray());
            } catch (ReflectiveOperationException | LinkageError problem) {
                throw new IllegalStateException(method + " cannot tell the size of the working set", problem);
            }
        };
    }
}
