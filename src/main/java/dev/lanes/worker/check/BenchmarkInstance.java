package dev.lanes.worker.check;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/// A benchmark object of our own beside the one JMH measures: same class, same parameters, same set-up, and one of its
/// methods to call as often as we like.
public final class BenchmarkInstance implements AutoCloseable {
    private final UnaryOperator<String> params;
    private final List<Object> states = new ArrayList<>();
    private final Object benchmark;
    private final Method method;
    private final Object[] arguments;

    /// Makes the object, sets its parameters, and runs the set-up of all its states.
    ///
    /// @param params gives the value of a JMH parameter by its name
    public BenchmarkInstance(Class<?> type, String methodName, UnaryOperator<String> params)
            throws ReflectiveOperationException {
        this.params = params;
        method = Arrays.stream(type.getMethods())
                .filter(one -> one.getName().equals(methodName))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(type.getName() + "." + methodName));
        benchmark = state(type);
        Class<?>[] types = method.getParameterTypes();
        arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = state(types[i]);
        }
    }

    /// Calls the method once.
    public Object call() throws ReflectiveOperationException {
        return method.invoke(benchmark, arguments);
    }

    /// What the experiment tells of its last call, by the names of its reported methods; without those that have
    /// nothing to tell.
    public Map<String, Double> figures() throws ReflectiveOperationException {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Method one : Figures.methods(benchmark.getClass())) {
            double value = (double) one.invoke(benchmark);
            if (Double.isFinite(value)) {
                figures.put(one.getName(), value);
            }
        }
        return figures;
    }

    @Override
    public void close() throws ReflectiveOperationException {
        for (Object state : states.reversed()) {
            callAll(state, TearDown.class);
        }
    }

    private Object state(Class<?> type) throws ReflectiveOperationException {
        Object state = type.getConstructor().newInstance();
        for (Field field : type.getFields()) {
            if (field.isAnnotationPresent(Param.class)) {
                field.set(state, value(field.getType(), params.apply(field.getName())));
            }
        }
        callAll(state, Setup.class);
        states.add(state);
        return state;
    }

    /// Calls what JMH would call once for the object, and nothing that belongs around an iteration.
    private static void callAll(Object state, Class<? extends Annotation> mark)
            throws IllegalAccessException, InvocationTargetException {
        for (Method candidate : state.getClass().getMethods()) {
            Setup setup = candidate.getAnnotation(Setup.class);
            if (candidate.isAnnotationPresent(mark) && (setup == null || setup.value() == Level.Trial)) {
                candidate.invoke(state);
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The class of an enum is not known before run time.
    private static Object value(Class<?> type, String text) {
        if (type == int.class) {
            return Integer.parseInt(text);
        }
        if (type == long.class) {
            return Long.parseLong(text);
        }
        if (type.isEnum()) {
            return Enum.valueOf((Class<Enum>) type, text);
        }
        return text;
    }
}
