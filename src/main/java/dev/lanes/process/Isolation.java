package dev.lanes.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What stands between a measuring process and the system: the words before its command line, and what it sees of the
/// server's environment.
///
/// @param before commands that end by running the rest of the line in their own process
/// @param bare whether the process sees a few harmless variables only, and not all of the server's
public record Isolation(List<String> before, boolean bare) {
    private static final System.Logger LOG = System.getLogger(Isolation.class.getName());

    /// Would change what is measured, and are meant for the server.
    private static final Set<String> FOREIGN_FLAGS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
    private static final Set<String> HARMLESS = Set.of("PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT");

    /// The server yields to no run: it must answer while one keeps every core busy.
    private static final List<String> LOW_PRIORITY = List.of("nice", "-n", "10");

    /// A network of its own with nothing but the loopback device, over which JMH's forks talk to it.
    private static final List<String> NO_NETWORK = List.of(
            "unshare", "--user", "--map-root-user", "--net", "--",
            "sh", "-c", "ip link set lo up && exec \"$@\"", "sh");
    private static final List<String> FIRST_TO_GO = List.of(
            "sh", "-c", "echo 600 > /proc/self/oom_score_adj && exec \"$@\"", "sh");
    private static final int SECONDS_TO_TRY = 5;

    public Isolation {
        before = List.copyOf(before);
    }

    public static Isolation none() {
        return new Isolation(List.of(), false);
    }

    /// All that this system permits without privileges; what it does not is logged.
    public static Isolation ofAHostedServer() {
        List<String> before = new ArrayList<>();
        if (works(LOW_PRIORITY)) {
            before.addAll(LOW_PRIORITY);
        } else {
            LOG.log(System.Logger.Level.WARNING, "There is no nice here: runs have the priority of the server.");
        }
        if (works(NO_NETWORK)) {
            before.addAll(NO_NETWORK);
        } else {
            LOG.log(System.Logger.Level.WARNING, "Runs have the network of the server: unshare and ip give them none "
                    + "of their own here. docs/hosting.md says what to do instead.");
        }
        return new Isolation(before, true);
    }

    /// For code that the visitor has edited: what a hosted server gives its runs, as far as this system has it.
    /// Besides, if memory runs out, the system ends such a process before others.
    public static Isolation ofEditedCode() {
        List<String> before = new ArrayList<>();
        Stream.of(LOW_PRIORITY, NO_NETWORK, FIRST_TO_GO).filter(Isolation::works).forEach(before::addAll);
        return new Isolation(before, true);
    }

    /// Leaves of an environment what the process may see.
    void strip(Map<String, String> environment, Path folder) {
        environment.keySet().removeAll(FOREIGN_FLAGS);
        if (bare) {
            environment.keySet().retainAll(HARMLESS);
            environment.put("HOME", folder.toString());
            environment.put("TMPDIR", folder.toString());
        }
    }

    private static boolean works(List<String> before) {
        try {
            Process trial = new ProcessBuilder(Stream.concat(before.stream(), Stream.of("true")).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Orphans.spare(trial);
            boolean ended = trial.waitFor(SECONDS_TO_TRY, TimeUnit.SECONDS);
            if (!ended) {
                trial.destroyForcibly();
            }
            return ended && trial.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
