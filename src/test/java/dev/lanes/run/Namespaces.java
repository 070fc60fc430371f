package dev.lanes.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Whether this system lets the tests put a process into a namespace of its own.
public final class Namespaces {
    private Namespaces() {}

    /// @param before the command and its flags, without what it is to run
    public static boolean work(List<String> before) throws InterruptedException {
        List<String> line = new ArrayList<>(before);
        line.add("true");
        try {
            return new ProcessBuilder(line).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
