package dev.lanes.start;

import io.quarkus.bootstrap.runner.QuarkusEntryPoint;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The main class of the packaged app. It lies in `quarkus-run.jar` itself, needs nothing but Quarkus's runner there,
/// and says what would otherwise be a stack trace of that.
public final class Start {
    private static final int FAILED = 1;

    /// Quarkus's runner takes + for a space, its configuration takes brackets for no part of an address, and Java takes
    /// a folder whose name ends with ! for a jar.
    private static final Pattern UNREADABLE = Pattern.compile("[+\\[\\]]|!(?=[/\\\\])");

    private Start() {}

    public static void main(String[] arguments) throws Throwable {
        Path jar = Path.of(Start.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Optional<String> problem = problem(jar)
                .or(() -> problem("user.dir"))
                .or(() -> problem("java.io.tmpdir"));
        if (problem.isPresent()) {
            System.err.println(problem.get());
            System.exit(FAILED);
        }
        QuarkusEntryPoint.main(arguments);
    }

    /// Why the app cannot run from where it is; empty if it can.
    ///
    /// @param jar the file that was started
    static Optional<String> problem(Path jar) {
        Matcher unreadable = UNREADABLE.matcher(jar.toString());
        return unreadable.find()
                ? Optional.of("Lanes cannot start from a folder with " + unreadable.group() + " in its name: move "
                        + jar.getParent() + " to another folder, or start it through a link.")
                : Optional.empty();
    }

    /// Why the app cannot use the folder that a system property names; empty if it can. With `LANG=C` names of files
    /// have ASCII letters only, as far as Java is concerned.
    static Optional<String> problem(String property) {
        String folder = System.getProperty(property);
        try {
            Path.of(folder);
            return Optional.empty();
        } catch (InvalidPathException unreadable) {
            return Optional.of("Lanes cannot use the folder " + folder + " (" + property + "), whose name has letters "
                    + "that Java cannot read with this language setting: start it with LC_ALL=C.UTF-8.");
        }
    }
}
