package dev.lanes.worker.fork;

import dev.lanes.event.Plan;
import dev.lanes.worker.check.OriginalClasses;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/// The class files of an edit, in a folder that comes first on the class path of the forks that run them.
record Overlay(Plan plan, Path folder) {
    private static final String CLASS_PATH = "java.class.path";

    /// Writes the classes into the folder of the run; empty if the plan has no edit.
    static Optional<Overlay> of(Plan plan) {
        if (plan.edited() == null) {
            return Optional.empty();
        }
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "overlay");
        try {
            for (Map.Entry<String, String> one : plan.edited().classes().entrySet()) {
                Path file = folder.resolve(one.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, Base64.getDecoder().decode(one.getValue()));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("The edited classes cannot be written", problem);
        }
        return Optional.of(new Overlay(plan, folder));
    }

    /// JMH starts a fork with the class path that this process has at that moment.
    void run(Plan.Case one, Runner runner) throws RunnerException {
        String own = System.getProperty(CLASS_PATH);
        System.setProperty(CLASS_PATH, classPath(one.edited()));
        try {
            runner.run();
        } finally {
            System.setProperty(CLASS_PATH, own);
        }
    }

    /// Of the original, for a fork that compares the edit's output with it.
    String flag() {
        return "-D" + OriginalClasses.PROPERTY + "=" + classPath(false);
    }

    private String classPath(boolean edited) {
        String own = System.getProperty(CLASS_PATH);
        return plan.edited().runs(edited) ? folder + File.pathSeparator + own : own;
    }
}
