package dev.lanes.experiment;

import java.util.function.DoubleSupplier;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The calls that come before a timed one in the same JVM: as many as the variant says,
/// on the thread of the timed call and right before it, so that it finds caches and clock
/// as one of many calls finds them.
///
/// An experiment takes it in a set-up that JMH runs before every iteration.
@State(Scope.Benchmark)
public class CallsBefore {
    @Param("0")
    public int callsBefore;

    /// What the calls returned: the compiler may not leave them out.
    public double results;

    /// Makes the calls; none where calls are not timed one by one.
    public void make(DoubleSupplier call) {
        for (int made = 0; made < callsBefore; made++) {
            results += call.getAsDouble();
        }
    }
}
