package dev.lanes.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The measured iterations of one case, in ns per operation, kept apart by fork.
///
/// A fork is the unit of repetition: iterations of one JVM share its compiled code and its place in memory, so they
/// resemble each other more than those of two JVMs do.
public final class CaseSamples {
    private final List<double[]> forks = new ArrayList<>();

    /// Adds the iterations of one more fork.
    ///
    /// @throws IllegalArgumentException where there are none
    public void addFork(double[] nsPerOp) {
        if (nsPerOp.length == 0) {
            throw new IllegalArgumentException("A fork without a measured iteration");
        }
        forks.add(nsPerOp.clone());
    }

    public boolean isEmpty() {
        return forks.isEmpty();
    }

    /// One array per fork, in the order they ran.
    public List<double[]> forks() {
        return List.copyOf(forks);
    }

    /// All iterations of all forks, in the order they ran.
    public double[] all() {
        return forks.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
