package dev.lanes.trust;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Runs whose every light is good. Those that the light warns of are set aside and counted: Lanes says of them itself
/// that they are not to be relied on.
final class Steady {
    private static final int ATTEMPTS_FOR_ONE = 12;

    private final PackagedServer server;
    private int setAside;

    Steady(PackagedServer server) {
        this.server = server;
    }

    /// A way to have one run measured.
    @FunctionalInterface
    interface Measuring {
        List<MeasuredCase> run() throws Exception;
    }

    List<MeasuredCase> measure(String request) throws Exception {
        return measure(() -> server.measure(request));
    }

    /// Measures until the light is good.
    ///
    /// @throws IOException where the machine does not come to rest
    List<MeasuredCase> measure(Measuring measuring) throws Exception {
        List<String> seen = new ArrayList<>();
        for (int attempt = 0; attempt < ATTEMPTS_FOR_ONE; attempt++) {
            List<MeasuredCase> cases = measuring.run();
            if (cases.stream().allMatch(one -> one.light().equals("good"))) {
                return cases;
            }
            cases.stream().filter(one -> !one.light().equals("good")).forEach(one -> seen.add(one.reasons()));
            setAside++;
        }
        throw new IOException("The machine does not come to rest: " + seen);
    }

    /// Such as "; 3 runs with another light set aside", or nothing.
    String setAsideInWords() {
        return setAside == 0 ? "" : "; %d %s with another light set aside".formatted(
                setAside, setAside == 1 ? "run" : "runs");
    }
}
