package dev.lanes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.lanes.run.Namespaces;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TempFolderTest {
    @TempDir
    Path parent;

    @Test
    void theFoldersOfServersThatAreGoneAreRemovedAndNoOthers() throws IOException {
        Path dead = Files.createDirectories(parent.resolve("lanes-run-7-123/a/b")).getParent().getParent();
        Files.writeString(dead.resolve("jmh.lock"), "");
        Path killed = Files.createDirectory(parent.resolve("lanes-run-7-456"));
        Path itsLock = Files.createFile(parent.resolve("lanes-run-7-456.lock"));
        Path lockAlone = Files.createFile(parent.resolve("lanes-run-7-789.lock"));
        Path foreign = Files.createDirectory(parent.resolve("lanes-run-of-somebody"));

        TempFolder.sweep(parent);

        assertThat(dead).doesNotExist();
        assertThat(killed).doesNotExist();
        assertThat(itsLock).doesNotExist();
        assertThat(lockAlone).doesNotExist();
        assertThat(foreign).exists();
    }

    /// Both are process 1 there, as the servers of two containers are.
    @Test
    void aFolderOfAServerInAnotherContainerStaysUntilThatServerIsGone() throws Exception {
        List<String> contained = List.of("unshare", "--pid", "--fork", "--mount-proc", "--kill-child");
        assumeThat(Namespaces.work(contained)).as("namespaces can be made, as by root").isTrue();
        Process other = Holder.start(contained, parent, "hold");
        try (BufferedReader told = other.inputReader()) {
            Path theirs = Path.of(told.readLine());
            assertThat(theirs).exists();

            assertThat(Holder.start(contained, parent, "sweep").waitFor()).isZero();
            assertThat(theirs).exists();

            other.destroyForcibly().waitFor();
            await().untilAsserted(() -> {
                TempFolder.sweep(parent);
                assertThat(parent).isEmptyDirectory();
            });
        }
    }

    @Test
    void nothingIsLeftOfAFolderThatWasClosed() throws IOException {
        TempFolder folder = TempFolder.createIn(parent);
        Files.writeString(folder.path().resolve("file"), "");
        assertThat(Files.getPosixFilePermissions(folder.path())).isEqualTo(PosixFilePermissions.fromString("rwx------"));

        folder.close();

        assertThat(parent).isEmptyDirectory();
    }

    /// A server that makes a folder and says where, and then waits; or one that sweeps.
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            Path parent = Path.of(arguments[0]);
            if (arguments[1].equals("sweep")) {
                TempFolder.sweep(parent);
            } else {
                System.out.println(TempFolder.createIn(parent).path());
                Thread.sleep(Long.MAX_VALUE);
            }
        }

        static Process start(List<String> before, Path parent, String what) throws IOException {
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            List<String> line = new ArrayList<>(before);
            line.addAll(List.of(java, "-Xmx16m", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-cp", classPath(TempFolder.class)
                    + File.pathSeparator + classPath(Holder.class), Holder.class.getName(), parent.toString(), what));
            return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        }

        private static String classPath(Class<?> type) {
            return type.getProtectionDomain().getCodeSource().getLocation().getPath();
        }
    }

    @Test
    void aFolderOfThisServerStays() throws IOException {
        try (TempFolder own = TempFolder.createIn(parent)) {
            TempFolder.sweep(parent);

            assertThat(own.path()).exists();
        }
    }

    @Test
    void aFolderWithThisProcesssNumberIsOfAnEarlierServer() throws IOException {
        Path earlier = Files.createDirectory(parent.resolve(TempFolder.PREFIX + "123"));

        TempFolder.sweep(parent);

        assertThat(earlier).doesNotExist();
    }
}
