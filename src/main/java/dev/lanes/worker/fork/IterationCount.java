package dev.lanes.worker.fork;

import java.lang.reflect.Field;
import java.util.Objects;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.IterationParams;

/// How many iterations a phase of a fork has. JMH fixes it before the fork begins, but asks again after every
/// iteration; a fork that sets it ends the phase when it has seen enough, and JMH ends the phase as it always does.
final class IterationCount {
    private static final Field COUNT = field();

    private IterationCount() {}

    static void set(IterationParams phase, int count) {
        try {
            COUNT.setInt(phase, count);
        } catch (IllegalAccessException denied) {
            throw new IllegalStateException("JMH's number of iterations cannot be set", denied);
        }
    }

    private static Field field() {
        Field field = Stream.<Class<?>>iterate(IterationParams.class, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(one -> one.getName().equals("count"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This JMH keeps its number of iterations elsewhere"));
        field.setAccessible(true);
        return field;
    }
}
