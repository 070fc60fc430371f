package dev.lanes.worker.fork;

import java.lang.reflect.Field;
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
        for (Class<?> type = IterationParams.class; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals("count")) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new IllegalStateException("This JMH keeps its number of iterations elsewhere");
    }
}
