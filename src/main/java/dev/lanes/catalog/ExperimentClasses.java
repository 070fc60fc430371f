package dev.lanes.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/// The classes that may be experiments, loaded but not initialised: a server without the vector module can read their
/// annotations, not run their code.
@FunctionalInterface
public interface ExperimentClasses {

    List<Class<?>> all();

    /// Where experiments live; benchmarks elsewhere are not for visitors.
    String PACKAGE = "dev.lanes.experiment.";

    /// The classes below [#PACKAGE] that JMH's annotation processor wrote down in `META-INF/BenchmarkList`, as far as
    /// `loader` sees.
    static ExperimentClasses listedByJmh(ClassLoader loader) {
        return () -> namesListedByJmh(loader).stream().<Class<?>>map(name -> load(name, loader)).toList();
    }

    private static SortedSet<String> namesListedByJmh(ClassLoader loader) {
        SortedSet<String> names = new TreeSet<>();
        try {
            for (URL list : Collections.list(loader.getResources("META-INF/BenchmarkList"))) {
                try (InputStream lines = list.openStream()) {
                    for (BenchmarkListEntry entry : BenchmarkList.readBenchmarkList(lines)) {
                        if (entry.getUserClassQName().startsWith(PACKAGE)) {
                            names.add(entry.getUserClassQName());
                        }
                    }
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("JMH's list of benchmarks cannot be read", problem);
        }
        return names;
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("JMH lists " + name + ", which is not on the class path", missing);
        }
    }
}
